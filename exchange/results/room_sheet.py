"""场地: a block per room with what meets in it; closed slots are marked, and sessions without a room stand last."""

from exchange.results import styles
from exchange.results.names import NOWHERE, class_heading
from exchange.results.page import Book
from exchange.results.view import room_cell
from exchange.results.week_blocks import Block, Cell, write_week_blocks
from exchange.results.wording import look_of, marked, room_runs, stacked
from models import Room, SessionKind, Slot, Text


def write_rooms(book: Book) -> None:
    """场地."""
    known = {r.id for r in book.problem.rooms}
    blocks = [_block(book, room.id, _facts(book, room), room.closed) for room in book.problem.rooms]
    unknown = sorted({s.room for s in book.timetable.sessions if s.room is not None and s.room not in known})
    blocks += [_block(book, room, book.say("不在场地表中", "not in the list of rooms"), ()) for room in unknown]
    if any(s.room is None and s.kind is not SessionKind.PATROL for s in book.timetable.sessions):
        blocks.append(_block(book, None, "", ()))
    hint = book.say("每处场地一周的使用", "Each room's week")
    write_week_blocks(book, Text("场地", "Rooms"), hint, blocks, "")


def _facts(book: Book, room: Room) -> str:
    homes = [class_heading(book.problem, c.id, book.language) for c in book.problem.classes if c.home_room == room.id]
    facts = ["、".join(homes) + book.say("教室", " home room") if homes else "", "、".join(room.features)]
    facts.append(book.say(f"容量 {room.capacity} 人", f"holds {room.capacity}"))
    if room.groups_at_once > 1:
        facts.append(book.say(f"同时容纳 {room.groups_at_once} 组", f"{room.groups_at_once} groups at once"))
    return " · ".join(f for f in facts if f)


def _block(book: Book, room: str | None, facts: str, closed: tuple[Slot, ...]) -> Block:
    def cell(day: int, period: int) -> Cell:
        found = room_cell(book.problem, book.timetable, room, day, period)
        kinds = tuple(s.kind for _, sessions in found for s in sessions)
        parts = [
            marked(week, stacked([room_runs(book.problem, s, book.language) for s in sessions]), book.language)
            for week, sessions in found
            if sessions
        ]
        shut = all(Slot(day, period, week) in closed for week in book.problem.week.weeks)
        if shut and not kinds:
            return Cell(((book.say("不开放", "closed"), False),), {**styles.CLOSED, "align": "center"})
        return Cell(stacked(parts), look_of(kinds))

    return Block(room or NOWHERE.in_language(book.language), facts, cell)
