"""总表: day and period down, classes across, ten to a page; two sheets where odd and even weeks differ."""

from dataclasses import replace
from io import BytesIO

from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]

from exchange.results import styles
from exchange.results.names import (
    content_name,
    day_title,
    grades_text,
    period_clock,
    period_title,
    person_name,
    short_name,
    slot_kinds,
)
from exchange.results.overview_slot import draw_slot
from exchange.results.page import HEIGHT_PT, WIDTH_PX, Book, Page, Run
from exchange.results.sentences import outcome_sentence
from exchange.results.styles import Styles
from exchange.results.view import content, days, patrols, periods
from models import Language, Problem, Role, SchoolClass, SessionKind, Slot, Text, Timetable

LEFT = (34, 106, 52)  # day, period, patrol
_CLASSES_ON_A_PAGE = 10
_STRETCH = 1.2
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)


def write_overviews(book: Book) -> None:
    """One sheet, or one for odd and one for even weeks."""
    if book.problem.week.cycle == 1 or alike(book.timetable):
        _write(book, Text("总表", "Overview"), 1)
        return
    _write(book, Text("总表（单周）", "Overview odd weeks"), 1)
    _write(book, Text("总表（双周）", "Overview even weeks"), 2)


def alike(timetable: Timetable) -> bool:
    """Whether both weeks of a cycle are the same in everything."""
    looks = [
        {((s.slot.day, s.slot.period), content(s)) for s in timetable.sessions if s.slot.week == week}
        for week in (1, 2)
    ]
    return looks[0] == looks[1]


def pages_of(problem: Problem, most: int = _CLASSES_ON_A_PAGE) -> list[tuple[SchoolClass, ...]]:
    """Classes page by page: whole grades together where they fit, a large grade on several pages of like size."""
    found: list[tuple[SchoolClass, ...]] = []
    for classes in problem.classes_by_grade.values():
        parts = -(-len(classes) // most)
        for number in range(parts):
            part = classes[len(classes) * number // parts : len(classes) * (number + 1) // parts]
            if found and parts == 1 and len(found[-1]) + len(part) <= most:
                found[-1] += part
            else:
                found.append(part)
    return found


def _write(book: Book, name: Text, week: int) -> None:
    """The whole week on one page where it can still be read; else at full size, broken between days."""
    for scale in _SCALES:
        scratch = Workbook(BytesIO())
        tried = _page(replace(book, workbook=scratch, styles=Styles(scratch)), name, week, scale)
        if tried.height * scale <= HEIGHT_PT:
            break
    else:
        scale = 1.0
    groups = pages_of(book.problem)
    starts = _starts(groups)
    page = _page(book, name, week, scale)
    page.stretch(_STRETCH)
    page.finish(page_columns=starts[1:])


def _starts(groups: list[tuple[SchoolClass, ...]]) -> list[int]:
    return [len(LEFT) + sum(map(len, groups[:number])) for number in range(len(groups))]


def _page(book: Book, name: Text, week: int, scale: float) -> Page:
    groups = pages_of(book.problem)
    starts = _starts(groups)
    widths = [float(w) for w in LEFT]
    for group in groups:
        widths += [(WIDTH_PX / scale - sum(LEFT)) / len(group)] * len(group)
    page = Page(book, name, widths, scale)
    _heads(page, name, groups, starts)
    page.freeze(len(LEFT))
    for day in days(book.problem, book.timetable):
        first = page.row
        for period in periods(book.problem, book.timetable):
            slot = Slot(day, period, week)
            if slot in book.problem.slots or slot in book.timetable.at:
                _slot(page, slot, groups, starts)
        if page.row > first:
            page.put(0, _down(day_title(day, book.language)), styles.HEAD, row=first, rows=page.row - first)
            page.block(first)
    first = page.row
    _foot(page, week, groups, starts)
    page.block(first)
    return page


def _down(text: str) -> str:
    """周 above 三, in the narrow column."""
    return "\n".join(text) if len(text) == 2 else text


def _heads(page: Page, name: Text, groups: list[tuple[SchoolClass, ...]], starts: list[int]) -> None:
    book = page.book
    title = book.say("课后服务总课表", "After-school service: overview")
    part = name.zh[2:] if book.language == "zh" else name.en[8:]
    top = page.row
    mark = book.say("指纹\n", "fingerprint\n") + book.timetable.fingerprint
    page.put(0, mark, {**styles.BASE, "font_size": 9}, rows=2, columns=len(LEFT))
    for number, (group, start) in enumerate(zip(groups, starts, strict=True), start=1):
        owner = f"　　{book.problem.school} · {book.problem.term.name}"
        page.put(
            start,
            ((title + part, True), (owner, False)),
            {**styles.TITLE, "font_size": 14, "bold": False},
            row=top,
            columns=len(group),
        )
        grades = grades_text(book.problem, tuple(dict.fromkeys(c.grade for c in group)), book.language)
        pages = (
            ""
            if len(groups) == 1
            else book.say(f"（第 {number} 张，共 {len(groups)} 张）", f" ({number} of {len(groups)})")
        )
        line = f"{grades}{pages}　　{outcome_sentence(book.outcome).in_language(book.language)}"
        page.put(start, line, styles.SUBTITLE, row=top + 1, columns=len(group))
    page.next(26)
    page.next(17)
    if book.warning is not None:
        page.put(0, "！", styles.WARNING, columns=len(LEFT))
        for group, start in zip(groups, starts, strict=True):
            page.put(start, book.warning.in_language(book.language), styles.WARNING, columns=len(group))
        page.next(22)
    for column, text in enumerate((book.say("星期", "Day"), book.say("节次", "Period"), book.say("巡查", "Patrol"))):
        page.put(column, text, styles.HEAD)
    for group, start in zip(groups, starts, strict=True):
        for column, school_class in enumerate(group, start=start):
            _class_head(page, column, school_class)
    page.next(32)


def _class_head(page: Page, column: int, school_class: SchoolClass) -> None:
    book, teacher = page.book, school_class.class_teacher
    named = "" if teacher is None else "\n" + short_name(book.problem, teacher, book.language)
    count = book.say(f" {school_class.pupils}人", f" {school_class.pupils}")
    runs: tuple[Run, ...] = ((school_class.title, True), (count + named, False))
    look = {**styles.HEAD, "bold": False, "font_size": 9.5}
    page.put(column, runs, look)
    page.grow(page.needs(column, runs, look))


def _slot(page: Page, slot: Slot, groups: list[tuple[SchoolClass, ...]], starts: list[int]) -> None:
    book = page.book
    clock = period_clock(book.problem, slot.period)
    kind = slot_kinds(book.problem, slot.day, slot.period, book.language)
    title = period_title(slot.period, book.language)
    label: tuple[Run, ...] = ((f"{title} {kind}", True), (f"\n{clock}" if clock else "", False))
    small = {**styles.LABEL, "font_size": 9}
    on_duty = "\n".join(person_name(book.problem, p, book.language) for p in patrols(book.timetable, slot))
    least = max(28.0, page.needs(1, label, small), page.needs(2, on_duty, small))
    first = page.row
    rows = draw_slot(page, slot, groups, starts, least)
    page.put(1, label, small, row=first, rows=rows)
    page.put(2, on_duty, small, row=first, rows=rows)


def _foot(page: Page, week: int, groups: list[tuple[SchoolClass, ...]], starts: list[int]) -> None:
    """What colours and marks mean, and who accompanies the instructors of the clubs on the page."""
    book = page.book
    legend = book.say(
        "白底灰边＝作业辅导　蓝底蓝边＝走班社团：社团 带班·地点 人数　深底＝大社团　黄底虚边＝班级活动　(外)＝外聘教师",
        "white, grey bar: homework; blue: cross-class clubs (club, leader, room, pupils); dark: whole-school club; "
        "yellow, dashed: class activity; *: instructor",
    )
    page.next(4)
    for group, start in zip(groups, starts, strict=True):
        page.put(start, legend, styles.NOTE, columns=len(group))
        page.grow(page.needs(start, legend, styles.NOTE, len(group)))
    page.next()
    texts = [accompanying(book.problem, book.timetable, week, group, book.language) for group in groups]
    if not any(texts):
        return
    for group, start, text in zip(groups, starts, texts, strict=True):
        page.put(start, text, styles.NOTE, columns=len(group))
        page.grow(page.needs(start, text, styles.NOTE, len(group)))
    page.next()


def accompanying(
    problem: Problem, timetable: Timetable, week: int, group: tuple[SchoolClass, ...], language: Language
) -> str:
    """Which teacher is beside which instructor, for the clubs of these classes; slots alike together."""
    found = helpers_by_slots(problem, timetable, week, group, language)
    lines = [f"{'、'.join(slots)}：{pairs}" for pairs, slots in found.items()]
    head = Text("外聘社团的陪同教师　", "Beside the instructors: ").in_language(language)
    return head + "　".join(lines) if lines else ""


def helpers_by_slots(
    problem: Problem, timetable: Timetable, week: int, group: tuple[SchoolClass, ...], language: Language
) -> dict[str, list[str]]:
    """Clubs of these classes that have accompanying teachers, with their names → the slots in which it is so."""
    ids = {c.id for c in group}
    found: dict[str, list[str]] = {}
    for slot in sorted(s for s in timetable.at if s.week == week):
        pairs = []
        for session in timetable.at[slot]:
            helpers = session.people(Role.ACCOMPANYING)
            if (
                session.kind is SessionKind.CROSS_CLASS
                and helpers
                and ids & {c for c, n in session.pupils.items() if n}
            ):
                names = "、".join(person_name(problem, p, language) for p in helpers)
                pairs.append(f"{content_name(problem, session, language)} {names}")
        if pairs:
            found.setdefault("；".join(pairs), []).append(Slot(slot.day, slot.period).title(1, language))
    return found
