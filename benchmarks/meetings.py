"""The sessions of the clubs in the hidden timetable: who is on duty, and how many pupils of each class are there."""

from collections import Counter

from benchmarks.offering import Offered
from benchmarks.staff import Staff
from models import Duty, Role, Session, SessionKind, Slot


def meetings(staff: Staff, groups: list[Offered]) -> list[Session]:
    """One session for each meeting of each group."""
    found: list[Session] = []
    for slot in sorted({slot for group in groups for slot in group.slots}):
        meeting = [group for group in groups if slot in group.slots]
        pupils = _pupils(staff, meeting)
        found += [_meeting(group, slot, dict(pupils[number])) for number, group in enumerate(meeting)]
    return found


def _pupils(staff: Staff, meeting: list[Offered]) -> list[Counter[str]]:
    """One pupil after the other: first where only the grade may go, so that nobody is left there without a place;
    among these where the smallest part of the places is taken."""
    found: list[Counter[str]] = [Counter() for _ in meeting]

    def rank(number: int) -> tuple[bool, float]:
        filled = found[number].total() / meeting[number].most
        return len(meeting[number].grades) > 1 or filled >= 1, filled

    for c in staff.classes:
        open_to = [number for number, group in enumerate(meeting) if c.grade in group.grades]
        for _ in range(c.pupils if open_to else 0):
            found[min(open_to, key=rank)][c.id] += 1
    return found


def _meeting(group: Offered, slot: Slot, pupils: dict[str, int]) -> Session:
    duties = [Duty(person=group.leader, role=Role.LEADER)]
    if group.accompanying:
        duties.append(Duty(person=group.accompanying, role=Role.ACCOMPANYING))
    return Session(
        slot=slot,
        kind=SessionKind.CROSS_CLASS,
        club=group.club,
        group=group.group,
        duties=tuple(duties),
        room=group.room,
        pupils=pupils,
    )
