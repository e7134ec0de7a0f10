"""The dispatch list (去向单) of a class: per club its room, people and head count, with columns to tick and sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from exchange.results import styles
from exchange.results.dispatch import Dispatch, Place, dispatches, places, same_in_all
from exchange.results.names import content_name, people_names, person_name, room_name
from exchange.results.page import Page
from exchange.results.view import patrols
from models import Problem, Role, SchoolClass, Session, Text

_SIDE_BY_SIDE = 2  # walks in one list, when they lead to different places
_SIDE_BY_SIDE_SAME = 3  # when all lead to the same
_ROW_PT = 16.5


@dataclass(frozen=True)
class _Columns:
    """Units of each column; `people` and `count` stand once, or once per walk."""

    same: bool
    walks: int
    place: int = 4
    club: int = 6
    room: int = 6
    leader: int = 6
    people: int = 5
    count: int = 2
    tick: int = 2
    sign: int = 4

    @property
    def fixed(self) -> int:
        """Units before the columns of the walks."""
        once = self.people + self.count if self.same else 0
        return self.place + self.club + self.room + self.leader + once

    @property
    def walk(self) -> int:
        """Units of one walk."""
        return self.tick + self.sign + (0 if self.same else self.people + self.count)

    def free(self, units: int) -> int:
        """Units left for pupils' numbers, which the class teacher fills in."""
        return units - self.fixed - self.walks * self.walk


def write_dispatches(page: Page, school_class: SchoolClass) -> None:
    """All dispatch lists of the class, then the lines to sign."""
    book = page.book
    walks = dispatches(book.problem, book.timetable, school_class.id)
    if not walks:
        text = book.say(
            "本周没有走班：全班每一节都在一起。",
            "The class does not walk this week: it is together in every period.",
        )
        page.next(6)
        page.put(0, text, styles.NOTE, columns=len(page.widths))
        page.next(18)
    for some in _lists(walks):
        _list(page, school_class, some)
    _sign_lines(page, walks)


def _lists(walks: tuple[Dispatch, ...]) -> list[tuple[Dispatch, ...]]:
    """Walks that share a list: first those that lead to the same places, the others two by two."""
    found: list[tuple[Dispatch, ...]] = []
    alone: list[Dispatch] = []
    left = list(walks)
    while left:
        alike = [w for w in left if same_in_all((left[0], w)) and w.here.staying == left[0].here.staying]
        alike = alike[:_SIDE_BY_SIDE_SAME]
        left = [w for w in left if w not in alike]
        if len(alike) > 1:
            found.append(tuple(alike))
        else:
            alone += alike
    found += [tuple(alone[at : at + _SIDE_BY_SIDE]) for at in range(0, len(alone), _SIDE_BY_SIDE)]
    order = {id(w): number for number, w in enumerate(walks)}
    return sorted(found, key=lambda some: order[id(some[0])])


def _list(page: Page, school_class: SchoolClass, walks: tuple[Dispatch, ...]) -> None:
    book = page.book
    same = same_in_all(walks) and len({w.here.staying for w in walks}) == 1
    columns = _Columns(same, len(walks))
    _intro(page, walks)
    _head(page, columns, walks)
    rows = sorted(places(walks), key=lambda p: _area(book.problem, p.first)[0])
    top = page.row
    for row in rows:
        _place(page, columns, school_class.id, row)
    _areas(page, columns, rows, top)
    _stay(page, columns, walks)
    _total(page, columns, school_class, walks)


def _intro(page: Page, walks: tuple[Dispatch, ...]) -> None:
    book = page.book
    title = book.say("、", ", ").join(w.title(book.language) for w in walks) + book.say(" 去哪里", ": who goes where")
    senders = book.say("，", "; ").join(
        f"{w.title(book.language) * (len(walks) > 1)} {people_names(book.problem, w.senders, book.language)}".strip()
        for w in walks
    )
    times = {_times(book.problem, w) for w in walks}
    by = book.say("送的人是前一节在班教师：", "Brought by who has the class before: ") + senders
    clock = book.say("；", "; ") + next(iter(times)).in_language(book.language) if len(times) == 1 else ""
    page.next(5)
    text = ((title, True), ("　　" + by + (clock if clock.strip("； ;") else ""), False))
    look = {**styles.BASE, "font_size": 10}
    page.put(0, text, look, columns=len(page.widths))
    page.next(max(20, page.needs(0, text, look, len(page.widths))))


def _times(problem: Problem, walk: Dispatch) -> Text:
    start = next((p.start for p in problem.week.periods if p.number == walk.periods[0]), None)
    before = next((p.end for p in problem.week.periods if p.number == walk.periods[0] - 1), None)
    if start is None:
        return Text("", "")
    end = Text("", "") if before is None else Text(f"{before:%H:%M} 下课，", f"ends {before:%H:%M}, ")
    return Text(f"{end.zh}{start:%H:%M} 前送到", f"{end.en}be there by {start:%H:%M}")


def _head(page: Page, columns: _Columns, walks: tuple[Dispatch, ...]) -> None:
    book, at = page.book, 0
    free = columns.free(len(page.widths))
    names = [(book.say("位置", "Area"), columns.place), (book.say("社团", "Club"), columns.club)]
    names += [(book.say("地点", "Room"), columns.room), (book.say("带班", "Leader"), columns.leader)]
    beside = [(book.say("陪同", "With"), columns.people), (book.say("人数", "No."), columns.count)]
    if columns.same:
        names += beside
    names.append((book.say("学生（学号，班主任填）", "Pupils (filled in by hand)"), free))
    for name, wide in names:
        if wide > 0:
            page.put(at, name, styles.HEAD, rows=2, columns=wide)
        at += max(0, wide)
    for walk in walks:
        page.put(at, walk.title(book.language), styles.HEAD, columns=columns.walk)
        inner = [] if columns.same else beside
        inner = [
            *inner,
            (book.say("送到", "Sent"), columns.tick),
            (book.say("接收人签字", "Received by"), columns.sign),
        ]
        for name, wide in inner:
            page.put(at, name, {**styles.HEAD, "font_size": 9}, row=page.row + 1, columns=wide)
            at += wide
    page.next(16)
    page.next(16)


def _place(page: Page, columns: _Columns, school_class: str, place: Place) -> None:
    book, first = page.book, place.first
    leaders = people_names(book.problem, first.people(Role.LEADER), book.language)
    texts = [(content_name(book.problem, first, book.language), columns.club, {**styles.CELL, "bold": True})]
    texts += [
        (room_name(first, book.language), columns.room, styles.CELL),
        (leaders, columns.leader, styles.CELL),
    ]
    at = columns.place
    for text, wide, look in texts:
        page.put(at, text, look, columns=wide)
        page.grow(max(_ROW_PT, page.needs(at, text, look, wide)))
        at += wide

    def beside(session: Session | None) -> tuple[str, int | str]:
        if session is None:
            return "", ""
        helpers = session.people(Role.ACCOMPANYING)
        return people_names(book.problem, helpers, book.language) if helpers else "", session.pupils[school_class]

    _counts(page, columns, at, [beside(s) for s in place.sessions], tick="□")
    page.next()


def _counts(page: Page, columns: _Columns, at: int, values: Sequence[tuple[str, int | str]], tick: str) -> None:
    """The rest of a row: people and head count once or per walk, room for pupils' numbers, ticks and signatures."""
    free = columns.free(len(page.widths))
    bold = {**styles.CENTRE, "bold": True}

    def pair(value: tuple[str, int | str]) -> None:
        nonlocal at
        page.put(at, value[0], styles.CELL, columns=columns.people)
        page.grow(page.needs(at, value[0], styles.CELL, columns.people))
        page.put(at + columns.people, value[1], bold, columns=columns.count)
        at += columns.people + columns.count

    if columns.same:
        pair(values[0])
    if free > 0:
        page.put(at, "", styles.CELL, columns=free)
        at += free
    for value in values:
        if not columns.same:
            pair(value)
        meets = value[1] != ""
        page.put(at, tick if meets else "", styles.CENTRE, columns=columns.tick)
        page.put(at + columns.tick, "" if meets else "—", styles.CENTRE, columns=columns.sign)
        at += columns.tick + columns.sign


def _area(problem: Problem, session: Session) -> tuple[int, Text]:
    """Which part of the school a room lies in, as far as the data tell: class rooms, special rooms, open places."""
    room = problem.room_by_id.get(session.room or "")
    if room is None:
        return 3, Text("未定", "?")
    if any(c.home_room == room.id for c in problem.classes):
        return 0, Text("班级教室", "class-rooms")
    return (2, Text("大场地", "open")) if room.groups_at_once > 1 else (1, Text("专用教室", "special"))


def _areas(page: Page, columns: _Columns, rows: Sequence[Place], top: int) -> None:
    at = 0
    while at < len(rows):
        number, name = _area(page.book.problem, rows[at].first)
        count = sum(_area(page.book.problem, r.first)[0] == number for r in rows[at:])
        page.put(
            0,
            name.in_language(page.book.language),
            styles.LABEL,
            row=top + at,
            rows=count,
            columns=columns.place,
        )
        at += count


def _stay(page: Page, columns: _Columns, walks: tuple[Dispatch, ...]) -> None:
    """Who stays in class and with whom; no row where nobody stays and nobody is there."""
    if not any(w.here.staying or w.stays for w in walks):
        return
    book = page.book
    own = next((s for w in walks for s in w.stays), None)
    page.put(0, book.say("本班", "Own"), styles.LABEL, columns=columns.place)
    stay = book.say("留在本班", "Stay") + ("" if own is None else f"：{content_name(book.problem, own, book.language)}")
    people = sorted({p for w in walks for s in w.stays for p in s.people()})
    texts = [(stay, columns.club), ("" if own is None else room_name(own, book.language), columns.room)]
    texts.append((people_names(book.problem, tuple(people), book.language), columns.leader))
    at = columns.place
    for text, wide in texts:
        page.put(at, text, styles.CELL, columns=wide)
        page.grow(max(_ROW_PT, page.needs(at, text, styles.CELL, wide)))
        at += wide
    _counts(page, columns, at, [("", w.here.staying) for w in walks], tick="")
    page.next()


def _total(page: Page, columns: _Columns, school_class: SchoolClass, walks: tuple[Dispatch, ...]) -> None:
    book, here = page.book, walks[0].here
    start = columns.place + columns.club + columns.room + columns.leader
    page.put(0, book.say("合计应到", "In all"), {**styles.TOTAL, "align": "right"}, columns=start)
    size = {**styles.TOTAL, "align": "center"}
    free, at, sizes = columns.free(len(page.widths)), start, columns.people + columns.count
    sums = book.say(f"＝ 社团 {here.walkers} ＋ 留班 {here.staying}", f"= clubs {here.walkers} + class {here.staying}")
    if columns.same:
        page.put(at, "", styles.TOTAL, columns=columns.people)
        page.put(at + columns.people, here.walkers + here.staying, size, columns=columns.count)
        at += sizes
    if free > 0:
        page.put(at, sums if columns.same else "", styles.TOTAL, columns=free)
        page.grow(page.needs(at, sums if columns.same else "", styles.TOTAL, free))
        at += free
    for walk in walks:
        if not columns.same:
            page.put(
                at,
                f"{walk.here.walkers}＋{walk.here.staying}＝",
                {**styles.TOTAL, "align": "right"},
                columns=columns.people,
            )
            page.put(at + columns.people, walk.here.walkers + walk.here.staying, size, columns=columns.count)
            at += sizes
        page.put(at, book.say("实到 ____", "there ____"), styles.TOTAL, columns=columns.tick + columns.sign)
        at += columns.tick + columns.sign
    assert here.walkers + here.staying == school_class.pupils
    page.next(18)


def _sign_lines(page: Page, walks: tuple[Dispatch, ...]) -> None:
    book, line = page.book, "________________"
    parts = [book.say("班主任签字 ", "Class teacher ") + line]
    for walk in walks:
        on_duty = [person_name(book.problem, p, book.language) for p in patrols(book.timetable, walk.here.slot)]
        if on_duty:
            who = book.say("、", ", ").join(on_duty)
            parts.append(f"{walk.title(book.language)}{book.say('巡查 ', ' patrol ')}{who} {line}")
    parts.append(book.say("日期 ", "Date ") + line)
    text = "　　".join(parts)
    page.next(6)
    look = {**styles.BASE, "font_size": 10}
    page.put(0, text, look, columns=len(page.widths))
    page.next(max(24, page.needs(0, text, look, len(page.widths))))
