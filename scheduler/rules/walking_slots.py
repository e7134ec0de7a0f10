"""A band walks as often a week as the school says, or in exactly the slots that it fixed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Text, Timetable, Violation
from scheduler.reading import slot_title, walking, week_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class WalkingSlots(Requirement):
    """Number of walking slots per band and week; fixed slots stand instead of the number."""

    key = "walking_slots"
    title = Text("走班时段数", "Walking slots")
    sentence = Text(
        "每个走班段每周的走班时段数在规定的范围内；指定了走班时段的，恰好在这些时段走班。",
        "Each band has between its least and most walking slots a week; a band with fixed slots walks in "
        "exactly these.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Between least and most walking slots a week, or exactly the fixed ones."""
        for band in problem.bands:
            for week in problem.week.weeks:
                walked = x.sum(x.walks(band.id, s) for s in problem.slots if s.week == week)
                model.add(walked >= band.walking_least)
                model.add(walked <= band.walking_most)
            for slot in problem.slots if band.fixed_slots else ():
                model.add(x.walks(band.id, slot) == int(slot in band.fixed_slots))

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """Per band and week: one violation, as large as the difference; with fixed slots one per wrong slot."""
        walks = walking(problem, timetable)
        for band in problem.bands:
            for week in problem.week.weeks:
                found = {slot for band_id, slot in walks if band_id == band.id and slot.week == week}
                if band.fixed_slots:
                    fixed = {slot for slot in band.fixed_slots if slot.week == week}
                    for slot in sorted(found ^ fixed):
                        when = slot_title(problem, slot)
                        text = Text(
                            f"“{band.name}”应在{when.zh}走班，却没有走班。",
                            f'"{band.name}" should walk at {when.en}, but does not.',
                        )
                        if slot in found:
                            text = Text(
                                f"“{band.name}”在{when.zh}走班，但这不是指定的走班时段。",
                                f'"{band.name}" walks at {when.en}, which is none of its fixed slots.',
                            )
                        yield Violation(rule=self.key, text=text, slot=slot)
                    continue
                nearest = min(max(len(found), band.walking_least), band.walking_most)
                if len(found) != nearest:
                    often = week_title(problem, week)
                    least, most = band.walking_least, band.walking_most
                    wanted = f"{least}" if least == most else f"{least}–{most}"
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"“{band.name}”{often.zh}应有{wanted}个走班时段，实际{len(found)}个。",
                            f'"{band.name}" should walk in {wanted} slots {often.en}, but does in {len(found)}.',
                        ),
                        amount=abs(len(found) - nearest),
                    )
