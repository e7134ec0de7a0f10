"""FET (Debian's package `fet`, command `fet-cl`), which is told who teaches whom where, and finds when.

It cannot choose teachers, leaders or rooms that stay the same, nor places for pupils; it knows no prices, so no
preference and no bound: one timetable that keeps the hard rules, or none.
"""

import shutil
import subprocess
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.methods.answer import Answer, Task
from benchmarks.methods.fet_file import FetFile, fet_file
from models import Session, SessionKind, Slot, Timetable


def run(task: Task) -> Answer:
    """Write the file, run fet-cl, read what it found."""
    command = shutil.which("fet-cl")
    if command is None:
        return Answer(absent="fet-cl is not installed")
    if task.given is None:
        return Answer(absent="there is no timetable from which to take teachers and groups")
    started = time.monotonic()
    written = fet_file(task.problem, task.given)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "school.fet")
        file.write_bytes(written.text)
        built_after = time.monotonic() - started
        limit = max(1, int(task.seconds - built_after))
        arguments = [f"--inputfile={file}", f"--outputdir={folder}", f"--timelimitseconds={limit}", "--htmllevel=0"]
        done = subprocess.run([command, *arguments], capture_output=True, text=True, check=False, timeout=limit + 30)
        found = next(Path(folder, "timetables").glob("*/*_activities.xml"), None)
        if done.returncode != 0 and found is None and "impossible" not in done.stdout.lower():
            raise RuntimeError((done.stderr or done.stdout)[-300:])
        timetable = None if found is None else _read(found, written, task.given)
    return Answer(timetable=timetable, build_seconds=built_after, seconds=time.monotonic() - started)


def _read(file: Path, written: FetFile, given: Timetable) -> Timetable | None:
    """The given sessions at the times that FET has found; none if it has not placed them all."""
    sessions: list[Session] = []
    patrols: defaultdict[Slot, list[Session]] = defaultdict(list)
    placed = set()
    for activity in ElementTree.parse(file).getroot().iter("Activity"):
        number, day, hour = (int(activity.findtext(name) or 0) for name in ("Id", "Day", "Hour"))
        if number not in written.sessions or not day:
            continue
        placed.add(number)
        session, duty = written.sessions[number]
        slot = Slot(day, hour)
        if session.kind is SessionKind.PATROL:
            patrols[slot].append(session.model_copy(update={"slot": slot, "duties": (session.duties[duty],)}))
        else:
            sessions.append(session.model_copy(update={"slot": slot}))
    if placed != set(written.sessions):
        return None
    for parts in patrols.values():
        sessions.append(parts[0].model_copy(update={"duties": tuple(p.duties[0] for p in parts)}))
    return given.model_copy(update={"sessions": tuple(sessions)})
