"""The rows of a dispatch list: one per place to go, who stays, the total; and the columns that they share."""

from collections.abc import Sequence
from dataclasses import dataclass

from exchange.results import styles
from exchange.results.dispatch import Dispatch, places, same_helpers, same_places
from exchange.results.names import content_name, people_names, room_name
from exchange.results.page import Content, Page
from exchange.results.wording import parted
from models import Problem, Role, Session, Text

_ROW_PT = 17.0
PLACE, ROOM, LEADER, COUNT, TICK = 4, 5, 6, 2, 2  # units of squared paper


@dataclass(frozen=True)
class Columns:
    """How the paper is divided: what is the same in all walks stands once, what differs once for each walk."""

    walks: int
    same_people: bool
    same_count: bool
    people: int
    club: int
    pupils: int  # room for pupils' numbers, where the counts are the same in all walks
    sign: int

    @classmethod
    def of(cls, walks: Sequence[Dispatch], units: int) -> "Columns":
        """The division for these walks; what is left goes to the pupils' numbers, else to the signatures."""
        same_count = same_places(walks)
        same_people = same_count and same_helpers(walks)
        helped = any(s.people(Role.ACCOMPANYING) for w in walks for s in w.here.walking)
        people, club, sign, n = (5 if same_people else 4) if helped else 0, 6, 4, len(walks)
        once = PLACE + club + ROOM + LEADER + (people if same_people else 0) + (COUNT if same_count else 0)
        each = TICK + sign + (0 if same_people else people) + (0 if same_count else COUNT)
        left = units - once - n * each
        if same_count:
            return cls(n, same_people, same_count, people, club, left, sign)
        return cls(n, same_people, same_count, people, club + left % n, 0, sign + left // n)

    @property
    def start(self) -> int:
        """Units before people and counts."""
        return PLACE + self.club + ROOM + LEADER

    @property
    def walk(self) -> int:
        """Units of the columns of one walk."""
        own = (0 if self.same_people else self.people) + (0 if self.same_count else COUNT)
        return own + TICK + self.sign


@dataclass(frozen=True)
class Cells:
    """What stands in the columns of one walk in one row."""

    people: str
    count: int | str
    tick: str
    sign: str


def write_places(page: Page, columns: Columns, school_class: str, walks: Sequence[Dispatch]) -> None:
    """One row per club group in a room, in the order of a walk through the school."""
    book, top = page.book, page.row
    rows = sorted(places(walks), key=lambda p: area(book.problem, p.first)[0])
    for place in rows:
        leaders = people_names(book.problem, place.first.people(Role.LEADER), book.language)
        club = content_name(book.problem, place.first, book.language)
        cells = [_cells(page, school_class, session) for session in place.sessions]
        _row(page, columns, (club, room_name(place.first, book.language), leaders), cells)
    at = 0
    while at < len(rows):
        number, name = area(book.problem, rows[at].first)
        count = sum(area(book.problem, r.first)[0] == number for r in rows[at:])
        page.put(0, name.in_language(book.language), styles.LABEL, row=top + at, rows=count, columns=PLACE)
        at += count


def _cells(page: Page, school_class: str, session: Session | None) -> Cells:
    if session is None:
        return Cells("", "", "", "—")
    helpers = session.people(Role.ACCOMPANYING)
    names = people_names(page.book.problem, helpers, page.book.language) if helpers else ""
    return Cells(names, session.pupils[school_class], "□", "")


def _row(page: Page, columns: Columns, texts: tuple[str, str, str], cells: Sequence[Cells]) -> None:
    at = PLACE
    for text, wide in zip(texts, (columns.club, ROOM, LEADER), strict=True):
        look = {**styles.CELL, "bold": at == PLACE}
        page.put(at, text, look, columns=wide)
        page.grow(max(_ROW_PT, page.needs(at, text, look, wide)))
        at += wide
    write_rest(page, columns, cells, styles.CELL)
    page.next()


def write_rest(page: Page, columns: Columns, cells: Sequence[Cells], look: styles.Look, join: bool = False) -> None:
    """The right part of a row: people and counts once or per walk, room for numbers, ticks and signatures."""
    at, centre = columns.start, {**look, "align": "center"}

    def put(content: Content, wide: int, of: styles.Look) -> None:
        nonlocal at
        if wide > 0:
            page.put(at, content, of, columns=wide)
            page.grow(page.needs(at, content, of, wide))
        at += wide

    bold = {**centre, "bold": True}
    if columns.same_people:
        put(cells[0].people, columns.people, look)
    if columns.same_count:
        put(cells[0].count, COUNT, bold)
        put("", columns.pupils, look)
    for cell in cells:
        if not columns.same_people:
            put(cell.people, columns.people, look)
        if not columns.same_count:
            put(cell.count, COUNT, bold)
        if join:
            put(cell.sign, TICK + columns.sign, look)
        else:
            put(cell.tick, TICK, centre)
            put(cell.sign, columns.sign, centre)


def area(problem: Problem, session: Session) -> tuple[int, Text]:
    """Which part of the school a room lies in, as far as the data tell: class-rooms, special rooms, open places."""
    room = problem.room_by_id.get(session.room or "")
    if room is None:
        return 3, Text("未定", "?")
    if any(c.home_room == room.id for c in problem.classes):
        return 0, Text("班级教室", "class-rooms")
    return (2, Text("大场地", "open")) if room.groups_at_once > 1 else (1, Text("专用教室", "special"))


def write_stay(page: Page, columns: Columns, walks: Sequence[Dispatch]) -> None:
    """Who stays in class and with whom; no row where nobody stays and nobody is there."""
    if not any(w.here.staying or w.stays for w in walks):
        return
    book = page.book
    own = [s for w in walks for s in w.stays]
    what = dict.fromkeys(content_name(book.problem, s, book.language) for s in own)
    rooms = dict.fromkeys(room_name(s, book.language) for s in own)
    people = tuple(dict.fromkeys(p for s in own for p in s.people()))
    page.put(0, book.say("本班", "own class"), styles.LABEL, columns=PLACE)
    stay = book.say("留在本班", "stay") + (book.say("：", ": ") + "、".join(what) if what else "")
    cells = [Cells("", w.here.staying, "", "") for w in walks]
    _row(page, columns, (stay, "、".join(rooms), people_names(book.problem, people, book.language)), cells)


def write_total(page: Page, columns: Columns, walks: Sequence[Dispatch]) -> None:
    """Clubs and class together: the size of the class."""
    book = page.book
    sums = dict.fromkeys(parted(w.here, book.language) for w in walks)
    label = book.say("合计应到（", "in all (") + book.say("；", "; ").join(sums) + book.say("）", ")")
    page.put(0, label, {**styles.TOTAL, "align": "right"}, columns=columns.start)
    there = book.say("实到 ____", "there ____")
    cells = [Cells("", w.here.walkers + w.here.staying, "", there) for w in walks]
    write_rest(page, columns, cells, styles.TOTAL, join=True)
    page.next(18)
