"""工作量: each teacher's sessions by kind, against the target, with a strip of the week and the wishes."""

from collections.abc import Sequence

from exchange.results import styles
from exchange.results.load import Load, load_of
from exchange.results.names import WISH, day_title, debt_text, person_name
from exchange.results.page import Book, Content, Page
from exchange.results.styles import Look
from exchange.results.view import days, periods, person_cell
from exchange.results.wording import look_of
from models import Role, Session, SessionKind, Slot, SlotWish, Teacher, Text

_COUNTS = (
    Text("作业辅导", "tutor"),
    Text("带社团", "lead"),
    Text("班级活动", "activity"),
    Text("陪同", "accomp."),
    Text("巡查", "patrol"),
    Text("合计/周", "a week"),
    Text("目标", "target"),
    Text("相差", "off by"),
    Text("晚走天数", "late days"),
)
_NAME_PX, _COUNT_PX, _STRIP_PX, _WISHES_PX = 125, 48, 240, 178
_SIGNED: Look = {**styles.CENTRE, "num_format": '+General;-General;"—"'}
_MORE: Look = {**_SIGNED, "bold": True, "font_color": "#B4400B"}
_LESS: Look = {**_SIGNED, "bold": True, "font_color": "#1F5FAE"}


def write_workload(book: Book) -> None:
    """工作量."""
    shown, rows = days(book.problem, book.timetable), periods(book.problem, book.timetable)
    strip = [(day, period) for day in shown for period in rows]
    widths = [
        _NAME_PX,
        *[_COUNT_PX] * len(_COUNTS),
        *[_STRIP_PX / max(1, len(strip))] * len(strip),
        _WISHES_PX,
    ]
    page = Page(book, Text("工作量", "Workload"), widths)
    loads = [load_of(book.problem, book.timetable, t) for t in book.problem.teachers]
    page.heading(_summary(book, loads))
    _heads(page, shown, rows)
    page.freeze(1)
    for teacher, load in zip(book.problem.teachers, loads, strict=True):
        first = page.row
        _row(page, teacher, load, strip)
        page.block(first)
    first = page.row
    _totals(page, loads)
    _legend(page)
    page.block(first)
    page.finish()


def _summary(book: Book, loads: list[Load]) -> str:
    weekly = [load.weekly for load in loads]
    exact = sum(w == book.problem.target_of(t) for w, t in zip(weekly, book.problem.teachers, strict=True))
    met = sum(len(load.met) for load in loads)
    wishes = met + sum(len(load.unmet) for load in loads)
    mean, low, high = f"{sum(weekly) / len(weekly):.2f}", f"{min(weekly):g}", f"{max(weekly):g}"
    return book.say(
        f"每周课次 {sum(weekly):g} · 人均 {mean} · 最少–最多 {low}–{high} · "
        f"正好目标 {exact} 人 · 意愿满足 {met}/{wishes}",
        f"{sum(weekly):g} sessions a week, mean {mean}, {low}–{high}, {exact} on target, wishes met {met}/{wishes}",
    )


def _heads(page: Page, shown: tuple[int, ...], rows: tuple[int, ...]) -> None:
    book = page.book
    counts = 1 + len(_COUNTS)
    page.put(0, book.say("教师", "Teacher"), styles.HEAD, rows=2)
    unit = "" if book.problem.week.cycle == 1 else book.say("（两周）", " (2 weeks)")
    for column, text in enumerate(_COUNTS, start=1):
        label = text.in_language(book.language) + (unit if column <= 5 or column == len(_COUNTS) else "")
        page.put(column, label, {**styles.HEAD, "font_size": 9}, rows=2)
    for number, day in enumerate(shown):
        page.put(counts + number * len(rows), day_title(day, book.language), styles.HEAD, columns=len(rows))
    page.put(len(page.widths) - 1, book.say("意愿", "Wishes"), styles.HEAD, rows=2)
    page.next(20)
    for number in range(len(shown)):
        for offset, period in enumerate(rows):
            page.put(counts + number * len(rows) + offset, period, {**styles.HEAD, "font_size": 8, "bold": False})
    page.next(22 if book.problem.week.cycle == 1 else 34)


def _row(page: Page, teacher: Teacher, load: Load, strip: Sequence[tuple[int, int]]) -> None:
    book = page.book
    target = book.problem.target_of(teacher)
    name: Content = (
        (person_name(book.problem, teacher.id, book.language), True),
        (" " + "、".join([*teacher.subjects, *filter(None, [debt_text(teacher).in_language(book.language)])]), False),
    )
    page.put(0, name, styles.CELL)
    counts = (load.tutor, load.lead, load.activity, load.accompany, load.patrol)
    for column, count in enumerate(counts, start=1):
        page.put(column, count or "", styles.CENTRE)
    page.put(6, load.weekly, {**styles.CENTRE, "bold": True})
    page.put(7, target, styles.CENTRE)
    away = load.weekly - target
    page.put(8, away, _MORE if away > 0 else _LESS if away < 0 else _SIGNED)
    page.put(9, load.late_days or "", styles.CENTRE)
    for column, (day, period) in enumerate(strip, start=10):
        text, look = _mark(book, teacher, day, period)
        page.put(
            column,
            text,
            {**look, "align": "center", "font_size": 8, "left": styles.THIN, "left_color": styles.LINE},
        )
    wishes = "\n".join(_wishes(book, load))
    page.put(10 + len(strip), wishes, styles.NOTE | {"border": styles.THIN, "border_color": styles.LINE})
    last = 10 + len(strip)
    page.next(max(18, page.needs(0, name, styles.CELL), page.needs(last, wishes, styles.NOTE)))


def _sign(book: Book, session: Session, role: Role) -> str:
    if role is Role.LEADER and session.kind is SessionKind.CLASS_ACTIVITY:
        return book.say("活", "A")
    signs = {
        Role.TUTOR: ("辅", "T"),
        Role.LEADER: ("带", "L"),
        Role.ACCOMPANYING: ("陪", "+"),
        Role.PATROL: ("巡", "P"),
    }
    return book.say(*signs[role])


def _mark(book: Book, teacher: Teacher, day: int, period: int) -> tuple[str, Look]:
    found = person_cell(book.problem, book.timetable, teacher.id, day, period)
    signs = ["".join(_sign(book, s, role) for s, role in duties) for _, duties in found]
    kinds = tuple(s.kind for _, duties in found for s, _ in duties)
    if not kinds:
        shut = all(Slot(day, period, week) in teacher.unavailable for week in book.problem.week.weeks)
        return ("×", styles.CLOSED) if shut else ("", styles.EMPTY)
    return "/".join(sign or "–" for sign in signs), look_of(kinds)


def _wishes(book: Book, load: Load) -> list[str]:
    def say(wish: SlotWish, met: bool) -> str:
        slot = wish.slot.title(book.problem.week.cycle, book.language)
        if wish.wish > 0:
            end = book.say("已满足", "met") if met else book.say("没能满足", "not met")
        else:
            end = book.say("已避开", "avoided") if met else book.say("没能避开", "not avoided")
        return f"{WISH[wish.wish].in_language(book.language)} {slot}{book.say('：', ': ')}{end}"

    return [say(w, False) for w in load.unmet] + [say(w, True) for w in load.met]


def _totals(page: Page, loads: list[Load]) -> None:
    book = page.book
    page.put(0, book.say("合计", "Total"), styles.TOTAL)
    sums = [sum(getattr(load, part) for load in loads) for part in ("tutor", "lead", "activity", "accompany", "patrol")]
    targets = sum(book.problem.target_of(t) for t in book.problem.teachers)
    weekly = sum(load.weekly for load in loads)
    late = sum(load.late_days for load in loads)
    for column, number in enumerate([*sums, weekly, targets, weekly - targets, late], start=1):
        page.put(column, number, {**styles.TOTAL, "align": "center"})
    page.put(10, "", styles.TOTAL, columns=len(page.widths) - 10)
    page.next(20)


def _legend(page: Page) -> None:
    text = page.book.say(
        "辅＝作业辅导　带＝带社团　活＝班级活动　陪＝陪同　巡＝巡查　×＝不能来　单双周不同的写作 单/双。"
        "晚走＝当天最后一节有课次的天数。",
        "T tutors, L leads a club, A class activity, + accompanies, P patrol; ×: cannot come; odd/even where "
        "weeks differ. Late days: days with a session in the last period.",
    )
    page.put(0, text, styles.NOTE, columns=len(page.widths))
    page.next(page.needs(0, text, styles.NOTE, len(page.widths)) + 4)
