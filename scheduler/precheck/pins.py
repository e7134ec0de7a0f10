"""Pins against closures, absences, limits and quotas: what is locked but cannot be."""

from collections import defaultdict
from collections.abc import Iterator

from models import ClassActivity, Pin, Shortage, Slot, SlotKind, Teacher, Text
from models.checks.serving import may_lead_activity, may_tutor
from scheduler.precheck.reach import Reach
from scheduler.precheck.sentences import names, week_name
from scheduler.reading import slot_title


def _whose(reach: Reach, pin: Pin) -> str:
    if pin.school_class is not None:
        return pin.school_class
    club = reach.problem.club_by_id.get(pin.club or "")
    return str(pin.club) if club is None else club.name


def _session(pin: Pin) -> tuple[object, ...]:
    """What tells pinned sessions apart: two pins of one class in one slot speak of one session."""
    return (pin.slot, pin.school_class) if pin.school_class is not None else (pin.slot, pin.club, pin.group)


def _gap(reach: Reach, code: str, pin: Pin, zh: str, en: str, demand: int = 1, supply: int = 0) -> Shortage:
    when, whose = slot_title(reach.problem, pin.slot), _whose(reach, pin)
    return Shortage(
        code=code,
        text=Text(f"锁定的“{whose}”（{when.zh}）：{zh}", f"pinned “{whose}” on {when.en}: {en}"),
        demand=demand,
        supply=supply,
        slot=pin.slot,
        people=() if pin.person is None else (pin.person,),
        classes=() if pin.school_class is None else (pin.school_class,),
        clubs=() if pin.club is None else (pin.club,),
        rooms=() if pin.room is None else (pin.room,),
    )


def pinned_person_comes(reach: Reach) -> Iterator[Shortage]:
    """A pinned person can come in the slot."""
    for pin in reach.problem.pins:
        person = None if pin.person is None else reach.problem.person_by_id.get(pin.person)
        if person is not None and pin.slot in reach.problem.slots and not reach.is_free(person, pin.slot):
            zh = f"“{person.name}”这个时段不能来，请换人或换时段。"
            yield _gap(reach, "pinned_person_comes", pin, zh, f"“{person.name}” cannot come then.")


def pinned_person_may(reach: Reach) -> Iterator[Shortage]:
    """A pinned person may tutor the class, or lead the activity or club."""
    problem = reach.problem
    for pin in problem.pins:
        person = None if pin.person is None else problem.person_by_id.get(pin.person)
        club = None if pin.club is None else problem.club_by_id.get(pin.club)
        c = None if pin.school_class is None else problem.class_by_id.get(pin.school_class)
        if person is None or (c is None and club is None):
            continue
        if c is None:
            fits = club is None or isinstance(club, ClassActivity) or person in reach.able(club)
        elif not isinstance(person, Teacher):
            fits = False
        elif isinstance(club, ClassActivity):
            fits = may_lead_activity(club, c, person)
        elif pin.subject is not None or problem.week.kind(pin.slot, c.grade) is SlotKind.HOMEWORK:
            subjects = [pin.subject] if pin.subject is not None else list(problem.quotas[c.id])
            quotas = [problem.quotas[c.id][s] for s in subjects if s in problem.quotas[c.id]]
            fits = not quotas or any(may_tutor(q, c, person) for q in quotas)
        else:
            fits = True
        if not fits:
            zh = f"“{person.name}”不符合派人要求，请换人或放宽要求。"
            yield _gap(reach, "pinned_person_may", pin, zh, f"“{person.name}” may not take it.")


def pinned_person_once(reach: Reach) -> Iterator[Shortage]:
    """Nobody is pinned to two places at once, or to more sessions than his or her limits."""
    problem = reach.problem
    places: defaultdict[tuple[str, Slot], dict[tuple[object, ...], Pin]] = defaultdict(dict)
    for pin in problem.pins:
        if pin.person is not None:
            places[pin.person, pin.slot].setdefault(_session(pin), pin)
    for (name, _), pins in places.items():
        if len(pins) > 1:
            last, where = list(pins.values())[-1], names(_whose(reach, pin) for pin in pins.values())
            zh, en = f"“{name}”同时被锁定在{where.zh}。", f"“{name}” is pinned to {where.en} at once."
            yield _gap(reach, "pinned_person_once", last, zh, en, len(pins), 1)
    for person in problem.people:
        slots = sorted(slot for who, slot in places if who == person.id)
        for week in problem.week.weeks:
            mine = [s for s in slots if s.week == week]
            most = reach.most(person, mine)
            if len(mine) > most and all(reach.is_free(person, s) for s in mine):
                when = week_name(problem, week)
                yield Shortage(
                    code="pinned_person_once",
                    text=Text(
                        f"“{person.name}”{when.zh}被锁定{len(mine)}节，超过按周、按日上限能承担的{most}节。",
                        f"“{person.name}” is pinned to {len(mine)} sessions {when.en}, more than the "
                        f"{most} that the "
                        "weekly and daily limits allow.",
                    ),
                    demand=len(mine),
                    supply=most,
                    people=(person.id,),
                )


def pinned_room_fits(reach: Reach) -> Iterator[Shortage]:
    """A pinned room is open, fits, and is not pinned for more than it holds."""
    problem = reach.problem
    users: defaultdict[tuple[str, Slot], dict[tuple[object, ...], Pin]] = defaultdict(dict)
    for pin in problem.pins:
        room = None if pin.room is None else problem.room_by_id.get(pin.room)
        if room is None:
            continue
        users[room.id, pin.slot].setdefault(_session(pin), pin)
        club = None if pin.club is None else problem.club_by_id.get(pin.club)
        c = None if pin.school_class is None else problem.class_by_id.get(pin.school_class)
        if pin.slot in room.closed:
            zh = f"“{room.id}”这个时段不开放，请换场地。"
            yield _gap(reach, "pinned_room_fits", pin, zh, f"“{room.id}” is closed then.")
        elif c is not None and room not in reach.class_rooms(c, pin.slot):
            zh = f"应在本班固定教室（或坐得下的场地），不能在“{room.id}”。"
            yield _gap(reach, "pinned_room_fits", pin, zh, f"“{room.id}” is not its home room, or too small.")
        elif club is not None and not isinstance(club, ClassActivity) and room not in reach.fitting_rooms(club):
            zh = f"“{room.id}”的功能或容量不合要求，请换场地。"
            yield _gap(reach, "pinned_room_fits", pin, zh, f"“{room.id}” does not fit.")
    for (name, _), pins in users.items():
        holds = problem.room_by_id[name].groups_at_once
        if len(pins) > holds:
            last, where = list(pins.values())[-1], names(_whose(reach, pin) for pin in pins.values())
            zh = f"“{name}”同时被锁定给{where.zh}，只容纳{holds}组。"
            en = f"“{name}” is pinned for {where.en} at once, and holds {holds}."
            yield _gap(reach, "pinned_room_fits", last, zh, en, len(pins), holds)


def pinned_as_often(reach: Reach) -> Iterator[Shortage]:
    """Nothing is pinned more often than it happens, nor where it cannot be."""
    problem = reach.problem
    slots: defaultdict[tuple[str, str, int], dict[Slot, Pin]] = defaultdict(dict)
    for pin in problem.pins:
        slots[pin.school_class or "", pin.subject or pin.club or "", pin.slot.week].setdefault(pin.slot, pin)
    for (c_id, what, week), pins in slots.items():
        last = list(pins.values())[-1]
        club = problem.club_by_id.get(last.club) if last.club is not None else None
        if last.subject is not None and c_id in problem.class_by_id:
            quota = problem.quotas[c_id].get(what)
            often = 0 if quota is None else quota.times
        elif isinstance(club, ClassActivity):
            often = club.meetings if club.weeks.includes(week) else 0
        elif club is not None and week in problem.week.weeks:
            often = reach.sessions(club, week)
            for slot, pin in pins.items():
                if slot in problem.slots and not any(
                    slot in m for options in reach.meetings(club, week).values() for m in options
                ):
                    zh = "这个时段它不能活动（固定时段、单双周、年级时段或走班时段不符）。"
                    yield _gap(reach, "pinned_as_often", pin, zh, "it cannot meet then.")
        else:
            continue
        if len(pins) > often:
            zh, en = (
                f"“{what}”锁定了{len(pins)}次，实际只有{often}次。",
                f"“{what}” is pinned {len(pins)} times of {often}.",
            )
            yield _gap(reach, "pinned_as_often", last, zh, en, len(pins), often)


CHECKS = (pinned_person_comes, pinned_person_may, pinned_person_once, pinned_room_fits, pinned_as_often)
