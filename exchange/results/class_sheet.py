"""班级课表: one page per class for its class teacher: the week, and who goes where with whom when it walks."""

from exchange.results import styles
from exchange.results.dispatch_table import write_dispatches
from exchange.results.names import (
    class_heading,
    day_title,
    period_clock,
    period_title,
    person_name,
    slot_kinds,
)
from exchange.results.page import WIDTH_PX, Book, Page, Run
from exchange.results.view import class_cell, days, periods
from exchange.results.wording import class_runs, heads, look_of, marked, stacked
from models import SchoolClass, SessionKind, Text

UNITS = 50  # squared paper: week and dispatch list divide the same width differently
_UNIT_PX = WIDTH_PX / UNITS
_LABEL_UNITS = 6
_ROOM_TO_SIGN_PT = 24.0


def split(total: int, parts: int) -> list[int]:
    """Divide so many units into nearly equal whole parts."""
    return [total * (number + 1) // parts - total * number // parts for number in range(parts)]


def write_classes(book: Book) -> None:
    """班级课表."""
    page = Page(book, Text("班级课表", "Classes"), [_UNIT_PX] * UNITS)
    page.strip()
    page.freeze()
    for school_class in book.problem.classes:
        first = page.row
        _title(page, school_class)
        _week(page, school_class)
        page.fill(first, write_dispatches(page, school_class), _ROOM_TO_SIGN_PT)
        page.block(first, own_page=True)
    page.finish()


def _title(page: Page, school_class: SchoolClass) -> None:
    book = page.book
    heading = class_heading(book.problem, school_class.id, book.language)
    page.put(0, heading + book.say(" 课后服务周课表与去向单", ": week and dispatch list"), styles.TITLE, columns=32)
    teacher = school_class.class_teacher
    named = "" if teacher is None else person_name(book.problem, teacher, book.language) + " · "
    facts = book.say("班主任 ", "class teacher ") + named if named else ""
    look = {**styles.SUBTITLE, "align": "right"}
    page.put(32, facts + heads(school_class.pupils, book.language), look, columns=UNITS - 32)
    page.next(28)


def _week(page: Page, school_class: SchoolClass) -> None:
    book = page.book
    shown = days(book.problem, book.timetable)
    spans = split(UNITS - _LABEL_UNITS, max(1, len(shown)))
    page.put(0, "", styles.HEAD, columns=_LABEL_UNITS)
    at = _LABEL_UNITS
    for day, span in zip(shown, spans, strict=False):
        page.put(at, day_title(day, book.language), styles.HEAD, columns=span)
        at += span
    page.next(18)
    for period in periods(book.problem, book.timetable):
        page.put(0, _label(book, school_class, period), styles.LABEL, columns=_LABEL_UNITS)
        page.grow(32)
        at = _LABEL_UNITS
        for day, span in zip(shown, spans, strict=False):
            _cell(page, school_class, day, period, at, span)
            at += span
        page.next()


def _label(book: Book, school_class: SchoolClass, period: int) -> tuple[Run, ...]:
    clock = period_clock(book.problem, period)
    kinds = {slot_kinds(book.problem, s.day, period, book.language, school_class.grade) for s in book.problem.slots}
    kind = next(iter(kinds - {""})) if len(kinds - {""}) == 1 else ""
    title = f"{period_title(period, book.language)} {kind}".strip()
    return ((title, True), ("\n" + clock if clock else "", False))


def _cell(page: Page, school_class: SchoolClass, day: int, period: int, at: int, span: int) -> None:
    book = page.book
    found = class_cell(book.problem, book.timetable, school_class.id, day, period)
    runs = stacked(
        [marked(w, r, book.language) for w, here in found if (r := class_runs(book.problem, here, book.language))]
    )
    kinds: list[SessionKind] = [s.kind for _, here in found for s in (*here.whole, *here.walking, *here.own)]
    look = look_of(tuple(kinds))
    page.put(at, runs, look, columns=span)
    page.grow(page.needs(at, runs, look, span))
