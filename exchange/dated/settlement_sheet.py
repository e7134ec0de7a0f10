"""The settlements as a workbook: a sheet for each institution, sums as formulas."""

from exchange.dated.book import INPUT, MONEY, TOTAL, DatedBook, DatedPage, cell
from exchange.dated.head import DatedHead
from exchange.dated.settlement import (
    Institution,
    Settled,
    facts,
    headings,
    institution_name,
    institutions,
    missed_text,
    remark,
    signatures,
    title_of,
)
from exchange.results import styles
from exchange.results.names import person_name
from models import Span

_COUNT, _RATE, _AMOUNT, _REMARK = 8, 9, 10, 11


def settlement_workbook(head: DatedHead, span: Span) -> bytes:
    """An xlsx file; where nobody comes from outside, one sheet that says so."""
    book = DatedBook(head)
    found = institutions(head, span)
    for institution in found:
        _institution(book, institution, span)
    if not found:
        nothing = head.say("这段时间没有外聘教师的课。", "No outside instructor had a session.")
        book.page(head.say("结算单", "settlement"), nothing, (60,), upright=True)
    return book.done()


def _institution(book: DatedBook, institution: Institution, span: Span) -> None:
    head, say = book.head, book.head.say
    widths = (5, 11, 10, 8, 12, 14, 14, 12, 6, 8, 9, 12)
    name = institution_name(head, institution)
    page = book.page(name, title_of(head, institution, span), widths, upright=False)
    for column, text in enumerate(headings(head)):
        page.put(column, text, styles.HEAD)
    page.sheet.set_row(page.row, 30)
    page.sheet.repeat_rows(page.row)
    page.sheet.freeze_panes(page.row + 1, 0)
    page.row += 1
    sums: list[int] = []
    for settled in institution.people:
        sums.append(_person(page, settled))
    _total(page, institution, sums)
    if text := missed_text(head, institution):
        page.line(text, height=30)
    basis = say("按课表计算，未计请假和代课。", "As planned, without absences and substitutes.")
    page.line(say("按实际上课计算。", "As held.") if head.actual is not None else basis)
    page.row += 1
    page.line(say("　　", "   ").join(f"{who}＿＿＿＿＿＿" for who in signatures(head)), styles.BASE, height=24)


def _person(page: DatedPage, settled: Settled) -> int:
    """His or her sessions and their sum; the row of the sum."""
    head = page.book.head
    name = person_name(head.problem, settled.instructor.id, head.language)
    page.line(name, styles.TOTAL, height=20)
    first = page.row
    for number, service in enumerate(settled.held, start=1):
        page.put(0, number, styles.CENTRE)
        for column, text in enumerate(facts(head, service), start=1):
            page.put(column, text, styles.CENTRE if column < 5 else styles.CELL)
        page.put(_COUNT, 1, styles.CENTRE)
        page.put(_RATE, settled.fee, INPUT)
        rate = cell(page.row, _RATE)
        page.formula(_AMOUNT, f'IF({rate}="","",{cell(page.row, _COUNT)}*{rate})', settled.fee, MONEY)
        page.put(_REMARK, remark(head, service))
        page.row += 1
    last, row = page.row - 1, page.row
    page.sheet.merge_range(row, 0, row, _COUNT - 1, head.say("小计", "sum"), page.look(styles.TOTAL))
    if settled.held:
        counts, amounts = (f"{cell(first, column)}:{cell(last, column)}" for column in (_COUNT, _AMOUNT))
        page.formula(_COUNT, f"SUM({counts})", len(settled.held), TOTAL)
        page.formula(_AMOUNT, f'IF(COUNT({amounts})<ROWS({amounts}),"",SUM({amounts}))', settled.amount, TOTAL)
    else:
        page.put(_COUNT, 0, TOTAL)
        page.put(_AMOUNT, 0, TOTAL)
    page.put(_RATE, None, TOTAL)
    page.put(_REMARK, None, TOTAL)
    page.row += 1
    return row


def _total(page: DatedPage, institution: Institution, sums: list[int]) -> None:
    row, say = page.row, page.book.head.say
    page.sheet.merge_range(row, 0, row, _COUNT - 1, say("合计", "in all"), page.look(styles.TOTAL))
    counts, amounts = (",".join(cell(r, column) for r in sums) for column in (_COUNT, _AMOUNT))
    page.formula(_COUNT, f"SUM({counts})", institution.sessions, TOTAL)
    page.formula(_AMOUNT, f'IF(COUNT({amounts})<{len(sums)},"",SUM({amounts}))', institution.amount, TOTAL)
    page.put(_RATE, None, TOTAL)
    page.put(_REMARK, None, TOTAL)
    page.row += 1
