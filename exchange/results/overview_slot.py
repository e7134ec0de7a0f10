"""One slot of the 总表: cells of classes, a block of clubs over classes that walk together, a dark block for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from exchange.results import styles
from exchange.results.measure import height, lines
from exchange.results.names import KIND, class_title, content_name, room_name, short_name, short_names
from exchange.results.page import Page, Run, plain
from exchange.results.styles import Look
from exchange.results.view import ClassSlot, content, escorts, in_order, runs_of_classes
from exchange.results.wording import has_escorts, heads, look_of, stacked
from models import Role, SchoolClass, Session, SessionKind, Slot

_ITEM: Look = {**styles.BASE, "indent": 1, "font_size": 9, "font_color": "#12365F", "bg_color": "#E3EEFA"}


@dataclass(frozen=True)
class _Item:
    column: int
    columns: int
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class _Segment:
    """Neighbouring classes that share a block, or one class alone."""

    column: int
    columns: int
    cell: tuple[Run, ...]  # what stands in the merged cell above the clubs; empty if there is none
    cells: tuple[tuple[Run, ...], ...]  # or one cell for each class
    look: Look
    looks: tuple[Look, ...]
    rows: tuple[tuple[_Item, ...], ...]  # clubs in rows
    heights: tuple[float, ...]
    above: float  # height of the cell or cells

    @property
    def parts(self) -> tuple[float, ...]:
        """Heights of its rows from the top."""
        return (*((self.above,) if self.cell or self.cells else ()), *self.heights)


def draw_slot(
    page: Page, slot: Slot, groups: Sequence[tuple[SchoolClass, ...]], starts: Sequence[int], least: float
) -> int:
    """Draw the slot for all pages of classes; return how many rows it took."""
    segments = [
        segment for group, start in zip(groups, starts, strict=True) for segment in _segments(page, slot, group, start)
    ]
    count = max(len(s.parts) for s in segments)
    heights = [
        max((s.parts[n] for s in segments if n < len(s.parts) and len(s.parts) > 1), default=0.0) for n in range(count)
    ]
    wanted = max(least, *(sum(s.parts) for s in segments))
    extra = max(0.0, wanted - sum(heights)) / count
    for number, points in enumerate(heights):
        page.grow(round(points + extra, 1), page.row + number)
    for segment in segments:
        _draw(page, segment, count)
    page.row += count
    return count


def _segments(page: Page, slot: Slot, group: tuple[SchoolClass, ...], start: int) -> list[_Segment]:
    book = page.book
    segments, column = [], start
    for run in runs_of_classes(book.problem, book.timetable, group, slot):
        segments.append(_segment(page, run, column))
        column += len(run)
    return segments


def _segment(page: Page, run: list[ClassSlot], column: int) -> _Segment:
    make = partial(_Segment, column, len(run))
    first = run[0]
    if first.whole and not first.own and not first.walking:
        text = stacked([_whole(page, s, [h.school_class for h in run]) for s in first.whole])
        return make(text, (), styles.WHOLE, (), (), (), page.needs(column, text, styles.WHOLE, len(run)))
    cells = tuple(_own(page, here) for here in run) if any(h.own or h.whole or not h.walking for h in run) else ()
    looks = tuple(look_of(tuple(s.kind for s in (*h.whole, *h.own))) for h in run)
    above = max((page.needs(column + n, c, looks[n]) for n, c in enumerate(cells)), default=0.0)
    rows: tuple[tuple[_Item, ...], ...] = ()
    heights: tuple[float, ...] = ()
    if first.walking:
        rows, heights = _arrange(page, column, len(run), _items(page, run))
    return make((), cells, styles.WALKING, looks, rows, heights, above)


def _own(page: Page, here: ClassSlot) -> tuple[Run, ...]:
    book = page.book
    parts: list[tuple[Run, ...]] = []
    for session in (*here.whole, *here.own):
        who = "\n".join(short_name(book.problem, p, book.language) for p in session.people(Role.TUTOR, Role.LEADER))
        parts.append(((content_name(book.problem, session, book.language), True), (f"\n{who}" if who else "", False)))
    if here.walking and here.own:
        going = book.say(f"走班 {here.walkers} 人", f"{here.walkers} walk")
        parts.append(((f"{going}", False),))
    if not parts and here.open:
        parts.append(((book.say("未安排", "nothing"), True),))
    return stacked(parts)


def _whole(page: Page, session: Session, classes: list[SchoolClass]) -> tuple[Run, ...]:
    book = page.book
    everyone = len(session.pupils) == len(book.problem.classes)
    count = book.say("全校 ", "all ") * everyone + heads(session.head_count, book.language)
    leaders = book.say("带班 ", "led by ") + short_names(book.problem, session.people(Role.LEADER), book.language)
    title = f"{KIND[session.kind].in_language(book.language)} · {content_name(book.problem, session, book.language)}"
    runs: list[Run] = [(title, True), (f"　{count} · {room_name(session, book.language)} · {leaders}", False)]
    helpers = session.people(Role.ACCOMPANYING)
    if helpers and has_escorts(book.problem, session):
        escort = escorts(book.problem, session)
        names = [
            f"{class_title(book.problem, c.id)} {short_name(book.problem, escort[c.id], book.language)}"
            for c in classes
            if c.id in escort
        ]
        runs.append((book.say("\n各班跟班：", "\nwith each class: ") + book.say("、", ", ").join(names), False))
    elif helpers:
        runs.append((book.say("\n陪同 ", "\nwith ") + short_names(book.problem, helpers, book.language), False))
    return tuple(runs)


def _items(page: Page, run: list[ClassSlot]) -> list[tuple[Run, ...]]:
    book = page.book
    sessions = in_order(book.problem, {id(s): s for here in run for s in here.walking}.values())
    slot = run[0].slot
    before = book.timetable.at.get(Slot(slot.day, slot.period - 1, slot.week), ())
    if {content(s) for s in sessions} <= {content(s) for s in before if s.kind is SessionKind.CROSS_CLASS}:
        return [
            (
                (
                    book.say(f"与第{slot.period - 1}节相同（连上两节，人和场地不变）", "as in the period before"),
                    True,
                ),
            )
        ]
    found: list[tuple[Run, ...]] = []
    for s in sessions:
        leaders = short_names(book.problem, s.people(Role.LEADER), book.language)
        rest = f" {leaders}·{room_name(s, book.language)} {s.head_count}"
        found.append(((content_name(book.problem, s, book.language), True), (rest, False)))
    return found


def _arrange(
    page: Page, column: int, columns: int, items: list[tuple[Run, ...]]
) -> tuple[tuple[tuple[_Item, ...], ...], tuple[float, ...]]:
    """Lay the clubs in as many to a row as make the block lowest."""
    best: tuple[tuple[tuple[_Item, ...], ...], tuple[float, ...]] | None = None
    for across in range(1, min(columns, len(items)) + 1):
        edges = [columns * n // across for n in range(across + 1)]
        rows, heights = [], []
        for start in range(0, len(items), across):
            part = items[start : start + across]
            row = tuple(
                _Item(
                    column + edges[n],
                    (columns if n + 1 == len(part) and across == 1 else edges[n + 1]) - edges[n],
                    runs,
                )
                for n, runs in enumerate(part)
            )
            rows.append(row)
            size = _ITEM["font_size"]
            heights.append(
                max(
                    height(lines(plain(i.runs), page.span(i.column, i.columns) - styles.INDENT_PX, size), size) - 2
                    for i in row
                )
            )
        if best is None or sum(heights) < sum(best[1]):
            best = tuple(rows), tuple(heights)
    assert best is not None
    return best


def _draw(page: Page, segment: _Segment, count: int) -> None:
    top, last = page.row, page.row + count - 1
    own = 1 if segment.cell or segment.cells else 0
    deep = count if not segment.rows else 1
    if segment.cell:
        page.put(segment.column, segment.cell, segment.look, row=top, rows=deep, columns=segment.columns)
    for number, runs in enumerate(segment.cells):
        page.put(segment.column + number, runs, segment.looks[number], row=top, rows=deep)
    if not segment.rows:
        return
    end = segment.column + segment.columns
    for number in range(own, count):
        row = segment.rows[number - own] if number - own < len(segment.rows) else ()
        at, edges = segment.column, {"top": styles.THIN} if number == own else {}
        if top + number == last:
            edges = {**edges, "bottom": styles.THIN}
        blank = () if row and row[-1].column + row[-1].columns == end else (None,)
        for item in (*row, *blank):
            wide = end - at if item is None else item.columns
            look: Look = {**_ITEM, **edges, "top_color": styles.LINE, "bottom_color": styles.LINE}
            if at == segment.column:
                look |= {"left": styles.THICK, "left_color": "#1F5FAE"}
            if at + wide == end:
                look |= {"right": styles.THIN, "right_color": styles.LINE}
            page.put(at, "" if item is None else item.runs, look, row=top + number, columns=wide)
            at += wide
