"""In a walking slot every pupil of a dissolved class has a place; enrolled pupils are where they enrolled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import CrossClassClub, Participation, Problem, Slot, Text, Timetable, Violation
from models.noun import ClassId, ClubId
from scheduler.reading import class_title, club_title, led_club, slot_title, walking
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class PlacesEnough(Requirement):
    """Head counts by class and slot, and by club where its enrolment is known."""

    key = "places_enough"
    title = Text("人人有名额", "A place for everybody")
    sentence = Text(
        "全员走班的时段，班里每名学生都有且只有一个社团名额；自愿走班的，走班人数不超过班级人数；"
        "已有报名名单的社团，各班人数与报名一致。",
        "While everybody of a band walks, each pupil has exactly one place in a club; where walking is voluntary, "
        "no more pupils walk than the class has. A club with an enrolment has as many of each class as enrolled.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """All pupils of a walking grade are placed, and nobody twice; enrolled pupils are where they enrolled."""
        for slot in problem.slots:
            for grade, pupils in problem.pupils_by_grade.items():
                band = problem.band_by_grade.get(grade)
                placed = x.sum(x.places(u.id, grade, slot) for u in x.units if grade in u.club.grades)
                if band and band.participation is Participation.EVERYONE:
                    model.add(placed == pupils * x.walks(band.id, slot))
                else:
                    model.add(placed <= pupils)
            enrolled = [c for c in x.clubs if isinstance(c, CrossClassClub) and c.enrolment]
            for club in enrolled:
                self._require_enrolment(model, x, problem, club, slot)
            for c in problem.classes:
                taken = x.sum(e.enrolment.get(c.id, 0) * x.meets(e.id, slot) for e in enrolled)
                model.add(taken <= c.pupils)

    @staticmethod
    def _require_enrolment(model: CpModel, x: Variables, problem: Problem, club: CrossClassClub, slot: Slot) -> None:
        for grade in club.grades:
            joined = sum(club.enrolment.get(c.id, 0) for c in problem.classes_by_grade[grade])
            placed = x.sum(x.places(u.id, grade, slot) for u in x.units if u.club is club)
            model.add(placed == joined * x.meets(club.id, slot))

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per class and slot, and per club, class and slot; as large as the difference."""
        walks = walking(problem, timetable)
        places: Counter[tuple[Slot, ClassId]] = Counter()
        joined: Counter[tuple[ClubId, Slot, ClassId]] = Counter()
        meetings: dict[tuple[ClubId, Slot], CrossClassClub] = {}
        for session in timetable.sessions:
            club = led_club(problem, session)
            if isinstance(club, CrossClassClub):
                meetings[club.id, session.slot] = club
                for class_id, pupils in session.pupils.items():
                    places[session.slot, class_id] += pupils
                    joined[club.id, session.slot, class_id] += pupils
        for slot in timetable.at:
            for c in problem.classes:
                band, found = problem.band_by_grade.get(c.grade), places[slot, c.id]
                dissolves = (
                    band is not None and band.participation is Participation.EVERYONE and (band.id, slot) in walks
                )
                if found > c.pupils or (dissolves and found < c.pupils):
                    yield self._places(problem, slot, c.id, c.pupils, found)
        for (club_id, slot), club in meetings.items():
            if not club.enrolment:
                continue
            for c in problem.classes:
                enrolled, found = club.enrolment.get(c.id, 0), joined[club_id, slot, c.id]
                if enrolled != found:
                    yield self._enrolment(problem, club_id, slot, c.id, enrolled, found)

    def _places(self, problem: Problem, slot: Slot, class_id: ClassId, pupils: int, found: int) -> Violation:
        who, when = class_title(problem, class_id), slot_title(problem, slot)
        return Violation(
            rule=self.key,
            text=Text(
                f"{when.zh}走班，{who}有{pupils}名学生，社团名额却安排了{found}名。",
                f"{when.en}: {who} has {pupils} pupils, but {found} of it have a place in a club.",
            ),
            amount=abs(found - pupils),
            slot=slot,
            classes=(class_id,),
        )

    def _enrolment(
        self, problem: Problem, club_id: ClubId, slot: Slot, class_id: ClassId, enrolled: int, found: int
    ) -> Violation:
        who, when, name = (
            class_title(problem, class_id),
            slot_title(problem, slot),
            club_title(problem, club_id),
        )
        return Violation(
            rule=self.key,
            text=Text(
                f"{when.zh}，“{name}”{who}报名{enrolled}人，实际安排{found}人。",
                f'{when.en}: {enrolled} pupils of {who} enrolled in "{name}", but {found} are there.',
            ),
            amount=abs(found - enrolled),
            slot=slot,
            classes=(class_id,),
            clubs=(club_id,),
        )
