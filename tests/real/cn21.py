"""One real school (21 classes, 65 teachers): its staff and needs as a Problem, the table it really ran as a Timetable.

The file is not part of the project: it is looked for in the folder KEHOU_REAL, else in ../shared/real beside it.
Only its 课后服务 cells are read. What the file does not say, and what stands here instead:
- Pupils: 45 a class, rooms: one home room a class. No rule that is judged here depends on either.
- Periods are numbered within the day, so Friday's one session (14:40) is period 1, whose clock time is Monday's.
- A cell with two teachers is the first in odd weeks and the second in even weeks.
- The subject of a cell is what its teacher teaches to that class; of several, the first in SUBJECTS. So quotas are what
  the school ran: a subject that comes equally often in both weeks has a weekly quota, any other one over the cycle.
- A class is tutored by its own teachers of anything, and by nobody else; hence no teacher has subjects beyond that.
- Who had no session at all was not asked to serve: at most 0 sessions a week, target 0. For all others the weekly most
  is the most that anybody had in a week.
"""

import json
import os
from collections import Counter, defaultdict
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

from models import (
    Day,
    Duty,
    Grade,
    HomeworkQuota,
    MayServe,
    Period,
    Problem,
    Role,
    Room,
    SchoolClass,
    Session,
    SessionKind,
    Slot,
    SlotKind,
    SlotKindSetting,
    SubjectInfo,
    Teacher,
    Term,
    Timetable,
    Week,
    fingerprint,
)

SUBJECTS = ("语文", "数学", "英语", "道德与法治", "科学")
_DAYS = {f"星期{name}": day for day, name in enumerate("一二三四五", start=1)}
_PERIODS = {"15:40": 1, "16:25": 2, "17:10": 3, "14:40": 1}
_PUPILS = 45


def real_file() -> Path:
    """Where the school's file is, or would be."""
    folder = os.environ.get("KEHOU_REAL")
    return (Path(folder) if folder else Path(__file__).parents[3] / "shared" / "real") / "cn21.json"


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(real_file().read_text(encoding="utf-8"))
    return loaded


def _cells() -> list[tuple[str, Slot, str]]:
    """(class, slot, teacher) of every session in both weeks."""
    found = []
    for row in _data()["afterschool"]:
        if row["project"] == "课后服务":
            start = row["time"].replace("：", ":").split("—")[0]
            for week in (1, 2):
                teacher = row["teachers"][min(week, len(row["teachers"])) - 1]
                found.append((row["class"], Slot(_DAYS[row["day"]], _PERIODS[start], week), teacher))
    return found


def _subject(class_id: str, teacher: str) -> str:
    """What the teacher teaches to the class, among the subjects that are tutored."""
    taught = _data()["subject_teachers"][class_id]
    return next(s for s in SUBJECTS if teacher in taught.get(s, ()))


def cn21_problem() -> Problem:
    """The school's staff and what it ran, without who served when."""
    data, cells = _data(), _cells()
    taught: dict[str, dict[str, list[str]]] = data["subject_teachers"]
    people = sorted(
        {p for subjects in taught.values() for names in subjects.values() for p in names}
        | {teacher for *_, teacher in data["lessons"]}
    )
    load = Counter((teacher, slot.week) for _, slot, teacher in cells)
    serving, most = {teacher for teacher, _ in load}, max(load.values())
    grades = list(dict.fromkeys(c[0] for c in data["classes"]))
    pairs = sorted({(slot.day, slot.period) for _, slot, _ in cells})
    clock = {1: (time(15, 40), time(16, 20)), 2: (time(16, 25), time(17, 5)), 3: (time(17, 10), time(17, 50))}
    return Problem(
        school="某乡镇中心小学",
        term=Term(name="2026年春季学期"),
        week=Week(
            periods=tuple(Period(number=n, start=start, end=end) for n, (start, end) in clock.items()),
            kinds=tuple(SlotKindSetting(day=Day(d), period=p, kind=SlotKind.HOMEWORK) for d, p in pairs),
            cycle=2,
        ),
        subjects=tuple(SubjectInfo(id=s) for s in SUBJECTS),
        grades=tuple(Grade(id=f"{g}年级", number=n) for n, g in enumerate(grades, start=1)),
        classes=tuple(
            SchoolClass(
                id=c,
                grade=f"{c[0]}年级",
                pupils=_PUPILS,
                class_teacher=taught[c]["班主任"][0],
                home_room=f"{c}教室",
                teachers={s: tuple(names) for s, names in taught[c].items() if s != "班主任"},
            )
            for c in data["classes"]
        ),
        teachers=tuple(
            Teacher(id=p, name=p, weekly_most=most if p in serving else 0, target=None if p in serving else 0)
            for p in people
        ),
        rooms=tuple(Room(id=f"{c}教室") for c in data["classes"]),
        homework=_quotas(),
    )


def _quotas() -> tuple[HomeworkQuota, ...]:
    often = Counter((c, _subject(c, teacher), slot.week) for c, slot, teacher in _cells())
    alike: defaultdict[tuple[str, int, bool], list[str]] = defaultdict(list)
    for c, subject in dict.fromkeys((c, s) for c, s, _ in often):
        odd, even = often[c, subject, 1], often[c, subject, 2]
        alike[(subject, odd, False) if odd == even else (subject, odd + even, True)].append(c)
    return tuple(
        HomeworkQuota(subject=subject, times=times, classes=tuple(classes), per_cycle=per_cycle, who=MayServe.OWN)
        for (subject, times, per_cycle), classes in sorted(alike.items())
    )


def cn21_timetable(problem: Problem) -> Timetable:
    """The table that the school really ran, in both weeks."""
    sessions = tuple(
        Session(
            slot=slot,
            kind=SessionKind.HOMEWORK,
            school_class=c,
            subject=_subject(c, teacher),
            duties=(Duty(person=teacher, role=Role.TUTOR),),
            room=f"{c}教室",
            pupils={c: _PUPILS},
        )
        for c, slot, teacher in sorted(_cells())
    )
    return Timetable(school=problem.school, term=problem.term.name, fingerprint=fingerprint(problem), sessions=sessions)
