"""Two classes' homework tutoring under one adult (合班), where a room holds both and the rules let the adult."""

from collections.abc import Iterator

from models import Gap, Joined, Role, Session, SessionKind, SessionRef, Text
from models.noun import RoomId
from scheduler.cover.standing import Standing
from scheduler.cover.tried import Noted, Tried
from scheduler.cover.wording import called
from scheduler.reading import class_title


def joins(standing: Standing, gap: Gap, noted: Noted) -> Iterator[Tried]:
    """The other classes with homework tutoring at the same time, those of the same grade first."""
    guest, problem = gap.session, standing.problem
    if guest.kind is not SessionKind.HOMEWORK or guest.school_class is None:
        return
    grade = problem.class_by_id[guest.school_class].grade
    minded = [c for c in standing.log.holding if isinstance(c, Joined) and c.day == gap.day]
    for there in standing.actual.on.get(gap.day, ()):
        host = there.session
        tutors = host.people(Role.TUTOR)
        if host.kind is not SessionKind.HOMEWORK or host.slot != guest.slot or len(tutors) != 1:
            continue
        if host.school_class in (None, guest.school_class) or any(
            ref.means(host) for c in minded for ref in (c.host, c.session)
        ):
            continue
        if gap.person is not None and not standing.is_fit(tutors[0], guest, Role.TUTOR):
            continue
        pupils = sum(problem.class_by_id[s.school_class or ""].pupils for s in (guest, host))
        room = _room(standing, gap, host, pupils)
        if room is not None:
            yield _joined(standing, gap, host, room, pupils, noted, near=_grade(standing, host) == grade)


def _grade(standing: Standing, session: Session) -> str:
    return standing.problem.class_by_id[session.school_class or ""].grade


def _room(standing: Standing, gap: Gap, host: Session, pupils: int) -> RoomId | None:
    """The other class's room, or the own one, or the smallest free one that holds both; no open ground."""
    problem, slot, day = standing.problem, gap.session.slot, gap.day

    def holds(room: RoomId) -> bool:
        there = problem.room_by_id[room]
        return there.capacity >= pupils and slot not in there.closed and not standing.shut(room, day, slot.period)

    for room in (host.room, gap.session.room):
        if room is not None and holds(room):
            return room
    free = [
        r
        for r in problem.rooms
        if r.groups_at_once == 1 and not standing.rooms_used[day, slot.period, r.id] and holds(r.id)
    ]
    return min(free, key=lambda r: r.capacity).id if free else None


def _joined(
    standing: Standing, gap: Gap, host: Session, room: RoomId, pupils: int, noted: Noted, *, near: bool
) -> Tried:
    problem, by = standing.problem, host.people(Role.TUTOR)[0]
    measure = Joined.model_validate(
        {**noted, "day": gap.day, "session": SessionRef.to(gap.session), "host": SessionRef.to(host),
         "person": gap.person, "by": by, "room": room}
    )  # fmt: skip
    whose, holds = class_title(problem, host.school_class or ""), problem.room_by_id[room].capacity
    name = called(problem, by)
    text = Text(
        f"合班：与{whose}一起在{room}，由{name}看护" if gap.person else f"合班：与{whose}一起在{room}，两位教师都去",
        f"together with {whose} in {room}, " + (f"{name} in charge" if gap.person else "with both tutors"),
    )
    reasons = (
        Text(f"{room}容{holds}人，两班{pupils}人", f"{room} holds {holds}, both classes are {pupils}"),
        Text("同年级" if near else "不同年级", "of the same grade" if near else "of another grade"),
    )
    return Tried(measure, text, reasons, (1, int(not near), int(room != host.room)))
