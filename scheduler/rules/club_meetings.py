"""Clubs meet as often and as long as they say, all groups together, with the leaders and pupils they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import CrossClassClub, Day, Problem, Role, Session, Slot, Text, Timetable, Violation
from models.noun import PersonId
from scheduler.reading import (
    LedClub,
    class_title,
    club_title,
    led_club,
    led_groups,
    listed,
    slot_title,
    week_title,
)
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar

    from scheduler.variables import Variables


class ClubMeetings(Requirement):
    """Meetings on different days, consecutive periods, parallel groups, leaders, pupils, fixed slots."""

    key = "club_meetings"
    title = Text("社团按计划开展", "Clubs meet as planned")
    sentence = Text(
        "社团每周（单双周社团只在该周）活动规定的次数，分在不同的日子；连上两节的，两节连在一起，教师和场地不变；"
        "同一社团的各教学班同时活动；每次的教师人数、学生人数和年级符合规定；有固定时段的只在固定时段活动。",
        "A club meets as often a week as it says (in odd or even weeks only, if it says so), on different "
        "days. A meeting of two periods has them in a row, with the same people and room. All groups of a "
        "club meet at the same time. Each meeting has the right number of leaders and pupils, of "
        "the right grades, and lies in a fixed slot if the club has any.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Meetings a week on different days, as long as they last, with leaders and pupils; nothing in other weeks."""
        for club in x.clubs:
            for week in problem.week.weeks:
                self._require_meetings(model, x, problem, club, week)
            if club.fixed_slots:
                for slot in x.slots_of_club(club):
                    if slot not in club.fixed_slots:
                        x.forbid(x.meets(club.id, slot))
        for unit in x.units:
            for slot in x.slots_of_club(unit.club):
                meets = x.meets(unit.club.id, slot)
                model.add(x.leaders_at(unit.id, slot) == unit.club.leaders * meets)
                if isinstance(unit.club, CrossClassClub):
                    model.add(x.pupils_in(unit.id, slot) >= unit.club.least * meets)
                    model.add(x.pupils_in(unit.id, slot) <= unit.club.most * meets)

    def _require_meetings(self, model: CpModel, x: Variables, problem: Problem, club: LedClub, week: int) -> None:
        slots = [s for s in x.slots_of_club(club) if s.week == week]
        if not club.weeks.includes(week):
            x.forbid(x.sum(x.meets(club.id, s) for s in slots))
            return
        periods = club.periods if isinstance(club, CrossClassClub) else 1
        starts = {s: x.bool("starts", club.id, s) for s in slots if self._fits_from(s, periods, slots)}
        model.add(x.sum(starts.values()) == club.meetings - x.waived(self.key, club.id))
        for day in problem.week.days:
            model.add(x.sum(start for s, start in starts.items() if s.day == day) <= 1)
        for slot in slots:
            covering = [
                start for s, start in starts.items() if s.day == slot.day and 0 <= slot.period - s.period < periods
            ]
            model.add(x.meets(club.id, slot) == x.sum(covering))
        for first, start in starts.items() if periods == 2 else ():
            second = Slot(first.day, first.period + 1, week)
            for unit in x.units:
                if unit.club is club:
                    self._require_same(model, x, unit.id, first, second, start)

    @staticmethod
    def _fits_from(first: Slot, periods: int, slots: list[Slot]) -> bool:
        return all(Slot(first.day, first.period + later, first.week) in slots for later in range(periods))

    @staticmethod
    def _require_same(model: CpModel, x: Variables, unit: str, first: Slot, second: Slot, start: IntVar) -> None:
        """A double meeting keeps its leaders and its room."""
        pairs = [(x.leads_at(unit, person, first), x.leads_at(unit, person, second)) for person in x.leads(unit)]
        pairs += [(x.in_kind(unit, kind, first), x.in_kind(unit, kind, second)) for kind in x.room_kinds]
        for one, other in pairs:
            model.add(one - other <= 1 - start)
            model.add(other - one <= 1 - start)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """Group by group: its weeks, its days, its sessions; then whether the groups meet together."""
        first: frozenset[object] = frozenset()
        known: set[tuple[str, int]] = set()
        for club, number, sessions in led_groups(problem, timetable):
            known.add((club.id, number))
            slots = frozenset(s.slot for s in sessions)
            if number == 1:
                first = slots
            elif slots != first:
                one, other = club_title(problem, club.id, 1), club_title(problem, club.id, number)
                yield self._violation(
                    club,
                    Text(
                        f"“{other}”与“{one}”应同时活动，时段却不一致。",
                        f'"{other}" and "{one}" should meet together.',
                    ),
                )
            for week in problem.week.weeks:
                yield from self._week(problem, club, number, week, [s for s in sessions if s.slot.week == week])
            for session in sessions:
                for text, people in _session_faults(problem, club, session):
                    yield self._violation(club, text, session, people)
        for session in timetable.sessions:
            led = led_club(problem, session)
            if led is not None and (led.id, session.group) not in known:
                when, n = slot_title(problem, session.slot), session.group
                text = Text(
                    f"{when.zh}，“{club_title(problem, led.id)}”没有第{n}组。",
                    f'{when.en}: "{club_title(problem, led.id)}" has no group {n}.',
                )
                yield self._violation(led, text, session)

    def _week(
        self, problem: Problem, club: LedClub, number: int, week: int, sessions: list[Session]
    ) -> Iterator[Violation]:
        """Number of meetings in the week, and each day's meeting: consecutive, same leaders, same room."""
        by_day: defaultdict[int, list[Session]] = defaultdict(list)
        for session in sessions:
            by_day[session.slot.day].append(session)
        name, often = club_title(problem, club.id, number), week_title(problem, week)
        meetings = club.meetings if club.weeks.includes(week) else 0
        if len(by_day) != meetings:
            text = Text(
                f"“{name}”{often.zh}应在{meetings}天活动，实际{len(by_day)}天。",
                f'"{name}" should meet on {meetings} days {often.en}, but meets on {len(by_day)}.',
            )
            yield self._violation(club, text, amount=abs(len(by_day) - meetings))
        length = club.periods if isinstance(club, CrossClassClub) else 1
        for day, held in sorted(by_day.items()):
            numbers = sorted(s.slot.period for s in held)
            when = Day(day).title
            if numbers != list(range(numbers[0], numbers[0] + length)):
                found = listed(map(str, numbers))
                text = Text(
                    f"“{name}”一次活动应为连续{length}节，{when.zh}却在第{found.zh}节。",
                    f'A meeting of "{name}" is {length} period(s) in a row, not {found.en} on {when.en}.',
                )
                yield self._violation(club, text, held[0])
            elif len({frozenset(s.people(Role.LEADER)) for s in held}) > 1 or len({s.room for s in held}) > 1:
                text = Text(
                    f"“{name}”{when.zh}连上{length}节，教师或场地却中途更换。",
                    f'"{name}" changes its leaders or its room in the middle of the meeting on {when.en}.',
                )
                yield self._violation(club, text, held[0])

    def _violation(
        self,
        club: LedClub,
        text: Text,
        session: Session | None = None,
        people: tuple[PersonId, ...] = (),
        amount: int = 1,
    ) -> Violation:
        return Violation(
            rule=self.key,
            text=text,
            amount=amount,
            slot=None if session is None else session.slot,
            people=people,
            clubs=(club.id,),
        )


def _session_faults(problem: Problem, club: LedClub, session: Session) -> Iterator[tuple[Text, tuple[PersonId, ...]]]:
    """What is wrong with one session by itself: leaders, pupils, slot."""
    name, when = club_title(problem, club.id, session.group), slot_title(problem, session.slot)
    leaders = session.people(Role.LEADER)
    if not len(leaders) == len(set(leaders)) == club.leaders:
        found = len(set(leaders))
        yield (
            Text(
                f"{when.zh}，“{name}”应有{club.leaders}位教师带，实际{found}位。",
                f'{when.en}: "{name}" should have {club.leaders} leader(s), but has {found}.',
            ),
            leaders,
        )
    if club.fixed_slots and session.slot not in club.fixed_slots:
        fixed = listed(slot_title(problem, s) for s in club.fixed_slots)
        yield (
            Text(
                f"“{name}”只在{fixed.zh}活动，却排在{when.zh}。",
                f'"{name}" meets only at {fixed.en}, but stands at {when.en}.',
            ),
            (),
        )
    expected = {c.id: c.pupils for grade in club.grades for c in problem.classes_by_grade[grade]}
    if isinstance(club, CrossClassClub):
        if not club.least <= session.head_count <= club.most:
            yield (
                Text(
                    f"{when.zh}，“{name}”应有{club.least}–{club.most}名学生，实际{session.head_count}名。",
                    f'{when.en}: "{name}" takes {club.least}–{club.most} pupils, not {session.head_count}.',
                ),
                (),
            )
        strangers = [c for c, pupils in session.pupils.items() if pupils and c not in expected]
        if strangers:
            whose = listed(class_title(problem, c) for c in strangers)
            yield (
                Text(
                    f"{when.zh}，“{name}”不招{whose.zh}的学生。",
                    f'{when.en}: "{name}" does not take pupils of {whose.en}.',
                ),
                (),
            )
    elif session.pupils != expected:
        wrong = listed(
            class_title(problem, c)
            for c in dict.fromkeys([*expected, *session.pupils])
            if expected.get(c) != session.pupils.get(c)
        )
        yield (
            Text(
                f"{when.zh}，大社团“{name}”应有所招年级各班全体学生，{wrong.zh}人数不符。",
                f'{when.en}: all pupils of its grades belong to "{name}"; the number of {wrong.en} is wrong.',
            ),
            (),
        )
