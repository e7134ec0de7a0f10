"""The dispatch lists (去向单) of a class: per club its room, people and head count, with columns to tick and sign."""

from collections.abc import Sequence

from exchange.results import styles
from exchange.results.dispatch import Dispatch, alike, dispatches, same_helpers
from exchange.results.dispatch_rows import (
    COUNT,
    LEADER,
    PLACE,
    ROOM,
    TICK,
    Columns,
    write_places,
    write_stay,
    write_total,
)
from exchange.results.measure import fits
from exchange.results.names import people_names, person_name
from exchange.results.page import Page
from exchange.results.view import patrols
from models import Problem, SchoolClass, Text

_SIDE_BY_SIDE = 2  # walks in one list
_SIDE_BY_SIDE_SAME = 3  # walks in one list, if everything in them is the same


def write_dispatches(page: Page, school_class: SchoolClass) -> list[int]:
    """All dispatch lists of the class, then the lines to sign; the rows that may grow to give room for signatures."""
    book = page.book
    growing: list[int] = []
    walks = dispatches(book.problem, book.timetable, school_class.id)
    if not walks:
        text = book.say(
            "本周没有走班：全班每一节都在一起。", "No walking this week: the class is together in every period."
        )
        page.next(6)
        page.put(0, text, styles.NOTE, columns=len(page.widths))
        page.next(18)
    for some in lists(walks):
        columns = Columns.of(some, len(page.widths))
        _intro(page, some)
        _head(page, columns, some)
        first = page.row
        write_places(page, columns, school_class.id, some)
        write_stay(page, columns, some)
        growing += range(first, page.row)
        write_total(page, columns, some)
    _sign_lines(page, walks)
    return growing


def lists(walks: Sequence[Dispatch]) -> list[list[Dispatch]]:
    """Walks that share a list: first those that lead to the same places, the others two by two."""
    found: list[list[Dispatch]] = []
    alone: list[Dispatch] = []
    for some in alike(walks):
        most = _SIDE_BY_SIDE_SAME if same_helpers(some) else _SIDE_BY_SIDE
        chunks = [some[at : at + most] for at in range(0, len(some), most)]
        found += [chunk for chunk in chunks if len(chunk) > 1]
        alone += [walk for chunk in chunks if len(chunk) == 1 for walk in chunk]
    found += [alone[at : at + _SIDE_BY_SIDE] for at in range(0, len(alone), _SIDE_BY_SIDE)]
    order = {id(w): number for number, w in enumerate(walks)}
    return sorted(found, key=lambda some: order[id(some[0])])


def _intro(page: Page, walks: Sequence[Dispatch]) -> None:
    book, several = page.book, len(walks) > 1
    title = book.say("、", ", ").join(w.title(book.language) for w in walks) + book.say(" 去哪里", ": who goes where")
    senders = [
        (w.title(book.language) + " " if several else "") + people_names(book.problem, w.senders, book.language)
        for w in walks
    ]
    clocks = {times(book.problem, w).in_language(book.language) for w in walks} - {""}
    clock = "".join(clocks) + book.say("；", "; ") if len(clocks) == 1 else ""
    by = book.say(
        "送的人（前一节在班教师，没有则班主任）：", "brought by who has the class before, else the class teacher: "
    ) + book.say("，", "; ").join(senders)
    page.next(5)
    text = ((title, True), (f"　　{clock}{by}", False))
    page.put(0, text, styles.BASE, columns=len(page.widths))
    page.next(max(20, page.needs(0, text, styles.BASE, len(page.widths))))


def times(problem: Problem, walk: Dispatch) -> Text:
    """When the period before ends and by when the pupils must be there, as far as the school has said."""
    start = next((p.start for p in problem.week.periods if p.number == walk.periods[0]), None)
    before = next((p.end for p in problem.week.periods if p.number == walk.periods[0] - 1), None)
    if start is None:
        return Text("", "")
    end = Text("", "") if before is None else Text(f"{before:%H:%M} 下课，", f"ends {before:%H:%M}, ")
    return Text(f"{end.zh}{start:%H:%M} 前送到", f"{end.en}be there by {start:%H:%M}")


def _head(page: Page, columns: Columns, walks: Sequence[Dispatch]) -> None:
    say, at = page.book.say, 0
    people, count = (say("陪同", "with"), columns.people), (say("人数", "no."), COUNT)
    once = [(say("位置", "area"), PLACE), (say("社团", "club"), columns.club), (say("地点", "room"), ROOM)]
    once.append((say("带班", "leader"), LEADER))
    once += [people] if columns.same_people else []
    once += [count, (say("学生（学号）", "pupils (by hand)"), columns.pupils)] if columns.same_count else []
    for name, wide in once:
        if wide > 0:
            page.put(at, name, styles.HEAD, rows=2, columns=wide)
        at += wide
    each = [] if columns.same_people else [people]
    each += [] if columns.same_count else [count]
    each += [(say("送到", "sent"), TICK), (say("接收人签字", "received by"), columns.sign)]
    for walk in walks:
        page.put(at, walk.title(page.book.language), styles.HEAD, columns=columns.walk)
        for name, wide in each:
            if wide > 0:
                page.put(at, name, {**styles.HEAD, "font_size": 9}, row=page.row + 1, columns=wide)
            at += wide
    page.next(16)
    page.next(16)


def _sign_lines(page: Page, walks: Sequence[Dispatch]) -> None:
    book, line = page.book, "____________"
    parts = [book.say("班主任签字 ", "class teacher ") + line]
    for walk in walks:
        on_duty = [person_name(book.problem, p, book.language) for p in patrols(book.timetable, walk.here.slot)]
        if on_duty:
            who = book.say("、", ", ").join(on_duty)
            parts.append(f"{walk.title(book.language)}{book.say('巡查 ', ' patrol ')}{who} {line}")
    parts.append(book.say("日期 ", "date ") + line)
    lines = [""]
    for part in parts:  # a name and its line stay together
        longer = f"{lines[-1]}　　{part}" if lines[-1] else part
        lines = [*lines[:-1], longer] if fits(longer, page.span(0, len(page.widths)), 10) else [*lines, part]
    text = "\n".join(lines)
    page.next(6)
    page.put(0, text, styles.BASE, columns=len(page.widths))
    page.next(max(24, page.needs(0, text, styles.BASE, len(page.widths))))
