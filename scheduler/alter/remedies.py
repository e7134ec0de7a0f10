"""What could be done about one broken requirement: moves that give the duty, the room or the patrol to others.

Only guesses, the likeliest first: whether a move helps, the judge says.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from models import (
    Move,
    PersonMove,
    Role,
    RoomMove,
    Session,
    SessionKind,
    SessionRef,
    Slot,
    SlotMove,
    Teacher,
    Violation,
)
from models.noun import ClassId, PersonId
from scheduler.alter.able import Able
from scheduler.alter.draft import Draft
from scheduler.alter.judge import Judge
from scheduler.alter.moving import head_role
from scheduler.reading import led_club, own_teachers

MOST = 40  # moves that are tried against one violation
Settled = frozenset[tuple[int, str]]
"""Places with a role, or with their room, that a move has decided: no later one changes it again."""


class Remedy(NamedTuple):
    """A move, and how much it is feared to break elsewhere; then what it may cost, roughly."""

    risk: int
    price: int
    move: Move


class Remedies:
    """Guesses for the drafts of one timetable."""

    def __init__(self, judge: Judge) -> None:
        self.problem = judge.problem
        self.able = Able(judge)
        must = {rule.key for rule in judge.requirements}
        self.keeps_leader, self.keeps_room = "club_keeps_leader" in must, "club_keeps_room" in must

    def against(self, draft: Draft, violation: Violation, settled: Settled) -> list[Remedy]:
        """The likeliest first."""
        found = sorted(self._guesses(draft, violation, settled), key=lambda r: (r.risk, r.price))
        return found[:MOST]

    def _guesses(self, draft: Draft, violation: Violation, settled: Settled) -> Iterator[Remedy]:
        match violation.rule:
            case "person_clash" | "person_available" | "skill_fits" | "tutor_fits":
                for person in violation.people:
                    yield from self._relieve(draft, person, violation.slot, settled)
                if not violation.people:
                    yield from self._join(draft, violation, settled)
            case "weekly_quota":
                person = violation.people[0]
                yield from self._relieve(draft, person, None, settled)
                yield from self._burden(draft, person, settled)
            case "room_clash" | "room_fits" | "room_available":
                yield from self._other_rooms(draft, violation, settled)
            case "class_covered" if violation.classes:
                yield from self._into_the_gap(draft, violation.classes[0], settled)
            case "accompanied" | "adult_ratio" | "club_meetings":
                yield from self._join(draft, violation, settled)
            case "patrol" if violation.slot is not None:
                for person in violation.people:
                    yield from self._relieve(draft, person, violation.slot, settled)
                if not violation.people:
                    yield from self._join(draft, violation, settled)
            case "patrol":
                yield from self._relieve(draft, violation.people[0], None, settled, only=Role.PATROL)
            case "club_keeps_leader" | "club_keeps_room":
                yield from self._same_at_all(draft, violation, settled)

    def _relieve(
        self, draft: Draft, person: PersonId, slot: Slot | None, settled: Settled, only: Role | None = None
    ) -> Iterator[Remedy]:
        """Somebody else takes one of the duties that the person has (in the slot)."""
        seen: set[tuple[tuple[int, ...], Role]] = set()
        for place in draft.with_key(("person", person)):
            session = draft.session(place)
            if slot is not None and session.slot != slot:
                continue
            for role in dict.fromkeys(d.role for d in session.duties if d.person == person):
                places = self._together(draft, place, role)
                if only not in (None, role) or (places, role) in seen or settled & {(p, role.value) for p in places}:
                    continue
                seen.add((places, role))
                yield from self._given(draft, places, role, person)

    def _given(self, draft: Draft, places: tuple[int, ...], role: Role, leaving: PersonId | None) -> Iterator[Remedy]:
        """To everybody who is able; who is free comes first."""
        sessions = [draft.session(at) for at in places]
        first = sessions[0]
        every = len(places) > 1
        for person in self.able.people(sessions, role):
            if person == leaving or any(person in s.people() for s in sessions):
                continue
            own = draft.of_person(person)
            busy = sum(s.slot in {o.slot for o in own} for s in sessions)
            move = PersonMove(session=SessionRef.to(first), role=role, person=leaving, by=person, all_meetings=every)
            yield Remedy(busy + self._too_many(person, own, sessions), self._price(person, own, first, role), move)

    def _too_many(self, person: PersonId, own: list[Session], more: list[Session]) -> int:
        who = self.problem.person_by_id[person]
        weeks, days = [s.slot.week for s in (*own, *more)], [(s.slot.week, s.slot.day) for s in (*own, *more)]
        return int(
            any(weeks.count(w) > who.weekly_most for w in set(weeks))
            or any(days.count(d) > who.daily_most for d in set(days))
        )

    def _price(self, person: PersonId, own: list[Session], session: Session, role: Role) -> int:
        """Rather somebody below the target, and one of the class's own."""
        who = self.problem.person_by_id[person]
        load = len(own) // self.problem.week.cycle - self.problem.target_of(who) if isinstance(who, Teacher) else 0
        if session.school_class is None or role is Role.ACCOMPANYING:
            return 2 * load
        return 2 * load + 5 * (person not in own_teachers(self.problem.class_by_id[session.school_class]))

    def _together(self, draft: Draft, place: int, role: Role) -> tuple[int, ...]:
        """The places that change together: all meetings where a club must keep its leaders, else this meeting."""
        session = draft.session(place)
        if role is Role.ACCOMPANYING or led_club(self.problem, session) is None:
            return (place,)
        return tuple(draft.meetings(place, every=self.keeps_leader))

    def _burden(self, draft: Draft, person: PersonId, settled: Settled) -> Iterator[Remedy]:
        """The person takes over a duty of somebody else."""
        own = draft.of_person(person)
        busy = {s.slot for s in own}
        for slot in self.problem.slots:
            for place in () if slot in busy else draft.with_key(("slot", slot)):
                session = draft.session(place)
                for duty in session.duties:
                    places = self._together(draft, place, duty.role)
                    sessions = [draft.session(at) for at in places]
                    if settled & {(p, duty.role.value) for p in places} or any(s.slot in busy for s in sessions):
                        continue
                    if not self.able.can_serve(person, sessions, duty.role):
                        continue
                    others = draft.of_person(duty.person)
                    move = PersonMove(
                        session=SessionRef.to(session),
                        role=duty.role,
                        person=duty.person,
                        by=person,
                        all_meetings=len(places) > 1,
                    )
                    spare = self.problem.person_by_id[duty.person].weekly_least >= len(others)
                    yield Remedy(int(spare), -len(others) + self._price(person, own, session, duty.role), move)

    def _into_the_gap(self, draft: Draft, class_id: ClassId, settled: Settled) -> Iterator[Remedy]:
        """Of two sessions that a class has at once, one goes to a slot in which it has none."""
        own = {at: draft.session(at) for at in draft.with_key(("class", class_id))}
        taken = Counter(s.slot for s in own.values())
        c = self.problem.class_by_id[class_id]
        for at, session in own.items():
            if taken[session.slot] < 2 or (at, head_role(session).value) in settled:
                continue
            kind = self.problem.week.kind(session.slot, c.grade)
            for slot in self.problem.slots_of(c, kind):
                if slot not in taken:
                    yield Remedy(0, 0, SlotMove(session=SessionRef.to(session), slot=slot))

    def _join(self, draft: Draft, violation: Violation, settled: Settled) -> Iterator[Remedy]:
        """Somebody more, where somebody is missing."""
        for place in draft.with_key(("slot", violation.slot)):
            session = draft.session(place)
            if not _is_meant(violation, session):
                continue
            roles = (
                (head_role(session), Role.ACCOMPANYING) if session.kind is not SessionKind.PATROL else (Role.PATROL,)
            )
            if violation.rule in ("accompanied", "adult_ratio"):
                roles = (Role.ACCOMPANYING,)
            for role in roles:
                yield from self._given(draft, self._together(draft, place, role), role, None)

    def _other_rooms(self, draft: Draft, violation: Violation, settled: Settled) -> Iterator[Remedy]:
        for place in draft.with_key(("slot", violation.slot)):
            session = draft.session(place)
            if session.room not in violation.rooms or not _is_meant(violation, session):
                continue
            club = led_club(self.problem, session) is not None
            places = tuple(draft.meetings(place, every=self.keeps_room)) if club else (place,)
            if settled & {(p, "room") for p in places}:
                continue
            sessions = [draft.session(at) for at in places]
            for room in self.able.rooms(sessions):
                if room == session.room:
                    continue
                most = self.problem.room_by_id[room].groups_at_once
                full = sum(len(draft.with_key(("room", room, s.slot))) >= most for s in sessions)
                move = RoomMove(session=SessionRef.to(session), room=room, all_meetings=len(places) > 1)
                yield Remedy(full, 0, move)

    def _same_at_all(self, draft: Draft, violation: Violation, settled: Settled) -> Iterator[Remedy]:
        """What a move decided for one meeting of a club is decided for its others as well."""
        for club in violation.clubs:
            for place in draft.with_key(("club", club)):
                session = draft.session(place)
                others = [draft.session(at) for at in draft.meetings(place, every=True)]
                if violation.rule == "club_keeps_room" and session.room is not None and (place, "room") in settled:
                    yield Remedy(0, 0, RoomMove(session=SessionRef.to(session), room=session.room, all_meetings=True))
                if violation.rule == "club_keeps_leader" and (place, Role.LEADER.value) in settled:
                    here = session.people(Role.LEADER)
                    gone = [p for s in others for p in s.people(Role.LEADER) if p not in here]
                    come = [p for p in here if any(p not in s.people(Role.LEADER) for s in others)]
                    there = next((s for s in others if set(gone) & set(s.people(Role.LEADER))), None)
                    if there is not None and come:
                        yield Remedy(
                            0,
                            0,
                            PersonMove(
                                session=SessionRef.to(there),
                                role=Role.LEADER,
                                person=gone[0],
                                by=come[0],
                                all_meetings=True,
                            ),
                        )


def _is_meant(violation: Violation, session: Session) -> bool:
    """Whether a violation of a slot is of this session."""
    if violation.rule == "patrol":
        return session.kind is SessionKind.PATROL
    if session.school_class is not None:
        return session.school_class in violation.classes
    return session.club in violation.clubs
