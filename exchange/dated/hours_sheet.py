"""The workbook of a month's hours (课时统计): the columns that schools use, patrols, and every session behind them."""

from collections.abc import Sequence

from exchange.dated.book import INPUT, MONEY, TOTAL, DatedBook, DatedPage, cell
from exchange.dated.details import write_details
from exchange.dated.head import DatedHead
from exchange.dated.hours import HoursSettings, PersonHours, fee, hours
from exchange.dated.services import Work
from exchange.dated.term_days import closed_on, date_title, run_as, served_days, span_title
from exchange.results import styles
from exchange.results.names import person_name
from models import Span, TermDay

_SERVICE = (Work.PLAIN, Work.CLUB)
# A month has up to 23 days of school: 46 narrow columns, which A4 across holds at four fifths of their size.
_NARROW = 2.4
_COUNT = {**styles.CENTRE, "font_size": 11}
_NAME = {**styles.CELL, "font_size": 11}
_SUM = {**TOTAL, "font_size": 11}
_DAY_SUM = {**TOTAL, "font_size": 9, "text_wrap": False, "shrink": True}  # three figures must not become ###
_TURNED = {**styles.HEAD, "rotation": 90, "font_size": 9, "bold": False}
_RELIEVED = {**_COUNT, "bold": True, "font_color": "#B4400B"}


def hours_workbook(head: DatedHead, span: Span, settings: HoursSettings | None = None) -> bytes:
    """One month (or any other span) as an xlsx file: 课时统计, 巡查统计, 明细."""
    chosen = settings or HoursSettings()
    book = DatedBook(head)
    say = head.say
    names = (
        chosen.plain or say("普通晚托课时", "homework, class"),
        chosen.club or say("特色晚托课时", "clubs"),
    )
    month = span_title(span, head.language)
    title = say(f"{month}课后服务课时统计表", f"Hours of the after-school service, {month}")
    _table(book, say("课时统计", "hours"), title, span, chosen, dict(zip(_SERVICE, names, strict=True)))
    if hours(head, span, Work.PATROL):
        title = say(f"{month}课后服务巡查统计表", f"Patrols of the after-school service, {month}")
        _table(book, say("巡查统计", "patrols"), title, span, chosen, {Work.PATROL: say("巡查次数", "patrols")})
    write_details(book, span)
    return book.done()


def _table(book: DatedBook, name: str, title: str, span: Span, settings: HoursSettings, works: dict[Work, str]) -> None:
    head, say, kinds = book.head, book.head.say, tuple(works)
    days, rows = served_days(head.held, span), hours(head, span, *works)
    compared = head.actual is not None
    sums = [works[work] + say("合计", ", sum") for work in kinds] if len(kinds) > 1 else []
    ends = [*sums, say("合计课时", "all") if len(kinds) > 1 else say("合计次数", "all")]
    ends += [say("计划", "planned"), say("其中代课", "of these as substitute")] if compared else []
    ends += [say("合计费用（元）", "fee (yuan)")]
    day_width = _NARROW if len(kinds) > 1 else 5.5
    widths = [4.0, 9.5, *([day_width] * len(kinds) * len(days)), *([6.5] * (len(ends) - 1)), 8.5]
    page = book.page(name, title, widths, upright=len(widths) < 16)
    _heads(page, days, works, ends)
    rates = page.row
    sums_at = 2 + len(kinds) * len(days)
    _rates(page, settings, kinds, sums_at, len(ends))
    first = page.row
    for number, row in enumerate(rows, start=1):
        page.put(0, number, styles.CENTRE)
        page.put(1, person_name(head.problem, row.person, head.language), _NAME)
        _person(page, row, days, kinds, settings, rates, compared)
        page.row += 1
    if rows:
        _totals(page, rows, days, kinds, settings, first, compared)
        page.row += 1
    _foot(page, span, compared)


def _heads(page: DatedPage, days: Sequence[TermDay], works: dict[Work, str], ends: Sequence[str]) -> None:
    say, language, top, wide = page.book.head.say, page.book.head.language, page.row, len(works)
    sheet, look = page.sheet, page.look(styles.HEAD)
    sheet.set_row(top, 44)
    sheet.set_row(top + 1, 82)
    sheet.merge_range(top, 0, top + 1, 0, say("序号", "no."), look)
    sheet.merge_range(top, 1, top + 1, 1, say("姓名/日期", "name / date"), look)
    for number, day in enumerate(days):
        column = 2 + wide * number
        title = "\n".join(filter(None, (date_title(day.day, language, "\n"), run_as(day, language))))
        if wide == 1:
            sheet.write_string(top, column, title, page.look({**styles.HEAD, "font_size": 8}))
        else:
            sheet.merge_range(top, column, top, column + wide - 1, title, look)
        for offset, name in enumerate(works.values()):
            sheet.write_string(top + 1, column + offset, name, page.look(_TURNED))
    for number, text in enumerate(ends):
        column = 2 + wide * len(days) + number
        sheet.merge_range(top, column, top + 1, column, text, look)
    sheet.repeat_rows(top, top + 1)
    sheet.freeze_panes(top + 3, 2)
    page.row = top + 2


def _rates(page: DatedPage, settings: HoursSettings, kinds: Sequence[Work], sums_at: int, ends: int) -> None:
    """The row of what a session is paid: the office may fill it in, and the fees follow."""
    say = page.book.head.say
    page.sheet.merge_range(page.row, 0, page.row, 1, say("每课时（元）", "yuan a session"), page.look(styles.LABEL))
    for column in range(2, sums_at + ends):
        at = column - sums_at
        if 0 <= at < len(kinds):
            page.put(column, settings.rate(kinds[at]), INPUT)
        else:
            page.put(column, None, styles.LABEL)
    page.row += 1


def _person(
    page: DatedPage,
    row: PersonHours,
    days: Sequence[TermDay],
    kinds: Sequence[Work],
    settings: HoursSettings,
    rates: int,
    compared: bool,
) -> None:
    r, wide = page.row, len(kinds)
    for number, day in enumerate(days):
        for offset, work in enumerate(kinds):
            look = _RELIEVED if (day.day, work) in row.relieved else _COUNT
            page.put(2 + wide * number + offset, row.held.get((day.day, work)), look)
    sums_at = 2 + wide * len(days)
    for offset, work in enumerate(kinds):
        # Cell by cell, so that the sum does not hang on how the heads are called.
        parts = ",".join(cell(r, 2 + wide * n + offset) for n in range(len(days)))
        page.formula(sums_at + offset, f"SUM({parts})" if parts else "0", row.total(work), _SUM)
    column = sums_at + wide
    if wide > 1:
        page.formula(column, f"SUM({cell(r, sums_at)}:{cell(r, column - 1)})", row.total(*kinds), _SUM)
        column += 1
    if compared:
        page.put(column, row.planned, _COUNT)
        page.put(column + 1, row.substituted, _COUNT)
        column += 2
    sums = [cell(r, sums_at + n) for n in range(wide)]
    rate = [cell(rates, sums_at + n, fixed=True) for n in range(wide)]
    lacking = ",".join(f'AND({n}>0,{p}="")' for n, p in zip(sums, rate, strict=True))
    amount = "+".join(f"{n}*{p}" for n, p in zip(sums, rate, strict=True))
    page.formula(column, f'IF(OR({lacking}),"",{amount})', fee(row, settings, kinds), MONEY)


def _totals(
    page: DatedPage,
    rows: Sequence[PersonHours],
    days: Sequence[TermDay],
    kinds: Sequence[Work],
    settings: HoursSettings,
    first: int,
    compared: bool,
) -> None:
    page.sheet.merge_range(page.row, 0, page.row, 1, page.book.head.say("合计", "all"), page.look(styles.TOTAL))
    found: list[int] = [sum(row.held.get((day.day, work), 0) for row in rows) for day in days for work in kinds]
    found += [sum(row.total(work) for row in rows) for work in kinds]
    found += [sum(row.total(*kinds) for row in rows)] if len(kinds) > 1 else []
    found += [sum(row.planned for row in rows), sum(row.substituted for row in rows)] if compared else []
    for column, value in enumerate(found, start=2):
        page.formula(column, f"SUM({cell(first, column)}:{cell(page.row - 1, column)})", value, _DAY_SUM)
    column = 2 + len(found)
    area = f"{cell(first, column)}:{cell(page.row - 1, column)}"
    fees = [fee(row, settings, kinds) for row in rows]
    known = [amount for amount in fees if amount is not None]
    whole = sum(known) if len(known) == len(fees) else None
    page.formula(column, f'IF(COUNT({area})<ROWS({area}),"",SUM({area}))', whole, TOTAL)


def _foot(page: DatedPage, span: Span, compared: bool) -> None:
    head, say = page.book.head, page.book.head.say
    closed = [f"{_days(days)} {name}" for name, days in closed_on(head.held, span)]
    if closed:
        page.line(say("放假、停课：", "no service: ") + say("；", "; ").join(closed))
    notes = [
        say(
            "一个课次计 1 课时；普通：作业辅导、班级活动；特色：走班社团、大社团，含陪同；巡查另计。",
            "A session counts 1. Homework and class activities; clubs, accompanying too; patrol apart.",
        ),
        say(
            "外聘教师见结算单。费用标准由区县或学校定，填在“每课时”一行后自动算出，未填则费用留空。",
            "Outside instructors: see the settlement. Fees follow once the yuan a session are filled in.",
        ),
    ]
    if compared:
        notes.append(say("加粗的格子里有代课。", "Bold: as a substitute."))
    else:
        notes.append(say("按课表计算，未计请假和代课。", "As planned, without absences and substitutes."))
    page.line(say("", " ").join(notes), height=28)
    page.row += 1
    page.line(
        say("制表人＿＿＿＿＿＿　　审核人＿＿＿＿＿＿　　学校（盖章）　　　　　日期＿＿＿＿＿＿",
            "made by ____________   checked by ____________   school (seal)   date ____________"),
        styles.BASE, height=24,
    )  # fmt: skip


def _days(span: Span) -> str:
    first, last = span.first, span.last
    text = f"{first.month}.{first.day}"
    return text if first == last else f"{text}–{last.month}.{last.day}"
