"""Who must be told what, going from a base timetable to a new one. Reading only: it knows no solver.

To be told are, each person once, however many reasons there are:

- every teacher or instructor whose own duties differ: some (slot, role, what, room) of the base is not in the new
  timetable, or the other way round. `what` is class and subject, class and activity, club and group, or patrol.
- every class teacher of a class whose week differs: one of the class's own sessions (slot; subject or activity; tutors
  or leaders; room) is lost or new; or a club session that has pupils of the class in the base is not in the new
  timetable with the same slot, club, group, room and leaders.

Head counts alone never count, and a club session that is new without a base session lost does not by itself touch class
teachers. Whoever has left (weekly_most = 0 in the new problem, or not in it at all) is not told.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from models import Day, Problem, Role, Session, Slot, Text, Timetable
from models.noun import ClassId, ClubId, PersonId
from scheduler.change_texts import change_text, duty_name, is_shared, session_name
from scheduler.pairing import Change, Item, changes, replaced, slot_of


@dataclass(frozen=True)
class Difference:
    """One thing that a person must be told."""

    text: Text
    slot: Slot  # of the base, or of what is new
    classes: tuple[ClassId, ...] = ()
    clubs: tuple[ClubId, ...] = ()


def told(problem: Problem, base: Timetable, new: Timetable) -> dict[PersonId, tuple[Difference, ...]]:
    """Person → what he or she must be told, in the order of the (new) problem's people; only who must be told."""
    base, new = _apart(base, new)
    duties = duty_changes(problem, base, new)
    weeks = class_changes(problem, base, new)
    led: defaultdict[PersonId, list[Change]] = defaultdict(list)  # class teacher → what differs in the classes
    for c in problem.classes:
        if c.class_teacher is not None and c.id in weeks:
            led[c.class_teacher] += replaced(weeks[c.id])
    found: dict[PersonId, tuple[Difference, ...]] = {}
    for person in problem.people:
        if person.weekly_most == 0 or (person.id not in duties and person.id not in led):
            continue
        own = [_difference(problem, change, duty=True) for change in replaced(duties.get(person.id, ()))]
        own += [_difference(problem, change, duty=False) for change in led.get(person.id, ())]
        if own:
            found[person.id] = tuple(own)
    return found


def since_text(first_day: date) -> Text:
    """从10月19日（周一）起."""
    week = Day(first_day.isoweekday()).title
    return Text(f"从{first_day.month}月{first_day.day}日（{week.zh}）起", f"from {week.en} {first_day} on")


def _apart(base: Timetable, new: Timetable) -> tuple[Timetable, Timetable]:
    """Both without the slots in which they have the same sessions: nobody is told of these."""
    alike = {slot for slot, sessions in base.at.items() if sessions == new.at.get(slot)}
    if not alike:
        return base, new
    one, other = (t.with_sessions(s for s in t.sessions if s.slot not in alike) for t in (base, new))
    return one, other


def duty_changes(problem: Problem, base: Timetable, new: Timetable) -> dict[PersonId, list[Change]]:
    """Person → how his or her own duties differ; only those whose do."""
    before, after = _duties(problem, base), _duties(problem, new)
    found = {p: changes(before.get(p, ()), after.get(p, ())) for p in dict.fromkeys([*before, *after])}
    return {person: listed for person, listed in found.items() if listed}


def class_changes(problem: Problem, base: Timetable, new: Timetable) -> dict[ClassId, list[Change]]:
    """Class → how its week differs, as its class teacher sees it; only those whose week does."""
    found: dict[ClassId, list[Change]] = {}
    before = [_taught(problem, s) for s in base.sessions if is_shared(s)]
    after = [_taught(problem, s) for s in new.sessions if is_shared(s)]
    clubs = [change for change in changes(before, after) if change.before is not None]
    for c in problem.classes:
        own = changes(
            (_taught(problem, s) for s in base.of_class.get(c.id, ())),
            (_taught(problem, s) for s in new.of_class.get(c.id, ())),
        )
        own += [change for change in clubs if change.before and change.before.session.pupils.get(c.id, 0) > 0]
        if own:
            found[c.id] = own
    return found


def _taught(problem: Problem, session: Session) -> Item:
    """A session with its tutors or leaders: whoever accompanies is nothing to the class teacher."""
    who = session.people(Role.TUTOR, Role.LEADER)
    return Item(session.slot, _what(session), session_name(problem, session), who, session.room, session)


def _duties(problem: Problem, timetable: Timetable) -> dict[PersonId, list[Item]]:
    found: defaultdict[PersonId, list[Item]] = defaultdict(list)
    for session in timetable.sessions:
        for duty in session.duties:
            name = duty_name(problem, session, duty.role)
            item = Item(session.slot, (duty.role, _what(session)), name, (), session.room, session)
            found[duty.person].append(item)
    return found


def _what(session: Session) -> Hashable:
    return session.kind, session.school_class, session.subject, session.club, session.group


def _difference(problem: Problem, change: Change, *, duty: bool) -> Difference:
    sessions = [item.session for item in change if item is not None]
    return Difference(
        text=change_text(problem, change, duty=duty),
        slot=slot_of(change),
        classes=_named(s.school_class for s in sessions),
        clubs=_named(s.club for s in sessions),
    )


def _named(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name is not None))
