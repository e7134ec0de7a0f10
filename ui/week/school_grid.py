"""The whole school at a glance: days and periods down, classes across; clubs over the classes that walk to them."""

from collections.abc import Sequence

from exchange.results.names import (
    day_title,
    period_clock,
    period_title,
    person_name,
    slot_kinds,
)
from exchange.results.view import ClassSlot, in_order, periods, runs_of_classes
from models import Role, SchoolClass, Session, SessionKind, Slot
from ui.week.board import Board
from ui.week.markup import Markup, joined, tag
from ui.week.session_cell import chips, own_cell, session_button, whole_cell

_DAY_PX, _PERIOD_PX, _CLASS_PX, _WIDE_PX = 34, 96, 66, 88


def school_grid(
    board: Board, classes: Sequence[SchoolClass], days: Sequence[int], week: int = 1, *, detail: bool = False
) -> Markup:
    """A table of these classes on these days in one week of the cycle; with rooms, if detail is asked for."""
    caption = board.say("全校课后服务周课表", "After-school service of the whole school")
    least = _WIDE_PX if detail else _CLASS_PX
    width = _DAY_PX + _PERIOD_PX + least * len(classes)
    columns = [tag("col", style=f"width:{_DAY_PX}px"), tag("col", style=f"width:{_PERIOD_PX}px")]
    body = [_day(board, classes, day, week, detail=detail) for day in days]
    return tag(
        "table",
        tag("caption", caption),
        tag("colgroup", columns, [tag("col") for _ in classes]),
        tag("thead", tag("tr", _corner(board), [_class_head(board, c) for c in classes])),
        [tag("tbody", rows) for rows in body if rows],
        class_="kehou-grid",
        style=f"min-width:{width}px",
    )


def _corner(board: Board) -> Markup:
    return tag("th", board.say("时段 · 巡查", "When · patrol"), scope="col", colspan=2, class_="corner")


def _class_head(board: Board, school_class: SchoolClass) -> Markup:
    teacher = school_class.class_teacher
    facts = [] if teacher is None else [person_name(board.problem, teacher, board.language)]
    facts.append(board.say(f"{school_class.pupils}人", str(school_class.pupils)))
    title = board.say(f"看 {school_class.title} 的一周", f"the week of {school_class.title}")
    button = tag(
        "div",
        school_class.title,
        tag("small", joined([tag("span", fact) for fact in facts], by=" ")),
        role="button",
        tabindex=-1,
        data_open=f"class/{school_class.id}",
        title=title,
    )
    return tag("th", button, scope="col")


def _day(board: Board, classes: Sequence[SchoolClass], day: int, week: int, *, detail: bool) -> list[Markup]:
    """The rows of a day; none where it has no service."""
    rows: list[tuple[Slot, list[list[Markup]]]] = []
    for period in periods(board.problem, board.timetable):
        slot = Slot(day, period, week)
        if slot in board.problem.slots or slot in board.timetable.at:
            rows.append((slot, _slot(board, classes, slot, detail=detail)))
    count = sum(len(lines) for _, lines in rows)
    title = tag("th", _down(day_title(day, board.language)), scope="rowgroup", rowspan=count, class_="day")
    found: list[Markup] = []
    for slot, lines in rows:
        for number, cells in enumerate(lines):
            heads_of_row = [] if found else [title]
            heads_of_row += [_period_head(board, slot, len(lines))] if number == 0 else []
            last = slot == rows[-1][0] and number == len(lines) - 1
            found.append(tag("tr", heads_of_row, cells, class_="last" if last else None))
    return found


def _down(title: str) -> Markup:
    """周 above 三, in the narrow column."""
    return joined(title[0], tag("br"), title[1:]) if len(title) == 2 else joined(title)


def _period_head(board: Board, slot: Slot, rows: int) -> Markup:
    """第二节, its clock in the title, and who is on patrol."""
    clock = period_clock(board.problem, slot.period)
    kind = slot_kinds(board.problem, slot.day, slot.period, board.language)
    patrols = [_patrol(board, s) for s in board.timetable.at.get(slot, ()) if s.kind is SessionKind.PATROL]
    return tag(
        "th",
        period_title(slot.period, board.language),
        joined(tag("small", board.say("巡 ", "patrol "), patrols)) if patrols else None,
        scope="row",
        rowspan=rows if rows > 1 else None,
        class_="period",
        title=" · ".join(part for part in (kind, clock) if part),
    )


def _patrol(board: Board, session: Session) -> Markup:
    names = joined([tag("span", board.person(p)) for p in session.people(Role.PATROL)], by=board.say("、", ", "))
    return session_button(board, session, names, board.marks_on(session), form="inline")


def _slot(board: Board, classes: Sequence[SchoolClass], slot: Slot, *, detail: bool) -> list[list[Markup]]:
    """The cells of a slot in one row; in two where some classes both stay and walk: they stand above their clubs."""
    runs = runs_of_classes(board.problem, board.timetable, classes, slot)
    both = any(run[0].walking and (run[0].own or run[0].whole) for run in runs)
    upper: list[Markup] = []
    lower: list[Markup] = []
    deep = 2 if both else None
    for run in runs:
        first = run[0]
        if first.walking:
            if first.own or first.whole:
                upper += [_own(board, here, None, detail=detail) for here in run]
                lower.append(_clubs(board, run, None, detail=detail))
            else:
                upper.append(_clubs(board, run, deep, detail=detail))
        elif first.whole and not first.own:
            upper.append(_whole(board, run, deep))
        else:
            upper += [_own(board, here, deep, detail=detail) for here in run]
    return [upper, lower] if both else [upper]


def _clubs(board: Board, run: list[ClassSlot], rows: int | None, *, detail: bool) -> Markup:
    sessions = in_order(board.problem, {id(s): s for here in run for s in here.walking}.values())
    clubs = chips(board, sessions, room=detail)
    return tag("td", clubs, colspan=len(run), rowspan=rows, data_slot=str(run[0].slot), class_="walk")


def _whole(board: Board, run: list[ClassSlot], rows: int | None) -> Markup:
    classes = [here.school_class for here in run]
    cells = [whole_cell(board, session, classes) for session in run[0].whole]
    return tag("td", cells, colspan=len(run), rowspan=rows, data_slot=str(run[0].slot))


def _own(board: Board, here: ClassSlot, rows: int | None, *, detail: bool) -> Markup:
    walkers = here.walkers if here.walking else 0
    cells = [own_cell(board, s, walkers, room=detail) for s in here.own]
    cells += [whole_cell(board, s, [here.school_class]) for s in here.whole]
    if not cells and here.open:
        cells = [tag("span", board.say("未安排", "nothing"), class_="missing")]
    shut = None if here.open or cells else "off"
    return tag("td", cells, rowspan=rows, class_=shut, data_slot=str(here.slot), data_class=here.school_class.id)
