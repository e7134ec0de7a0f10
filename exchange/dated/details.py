"""明细: every part that somebody had in a dated session, so that each figure of the hours can be found again."""

from exchange.dated.book import DatedBook
from exchange.dated.services import services
from exchange.dated.settlement import remark
from exchange.dated.term_days import run_as, span_title
from exchange.results import styles
from exchange.results.names import (
    KIND,
    ROLE,
    class_title,
    content_name,
    day_title,
    period_title,
    person_name,
    room_name,
)
from models import SessionKind, Span


def write_details(book: DatedBook, span: Span) -> None:
    """The sheet 明细, with a filter on its heads."""
    head, say, language, problem = book.head, book.head.say, book.head.language, book.head.problem
    title = say("课后服务明细 ", "Every session, ") + span_title(span, language)
    widths = (11, 6, 7, 8, 12, 12, 8, 10, 18, 14, 6, 6, 16)
    page = book.page(say("明细", "details"), title, widths, upright=False)
    heads = [
        say("日期", "date"),
        say("星期", "day"),
        say("调休", "runs as"),
        say("节次", "period"),
        say("时间", "time"),
        say("姓名", "name"),
        say("角色", "role"),
        say("类别", "kind"),
        say("内容", "what"),
        say("场地", "room"),
        say("计划", "planned"),
        say("实到", "held"),
        say("代课、调课", "substitute, moved"),
    ]
    top = page.row
    for column, text in enumerate(heads):
        page.put(column, text, styles.HEAD)
    page.row += 1
    for service in services(head, span):
        session, day = service.session, head.held.day_of[service.day]
        clock = head.clock(service.day, session.slot.period)
        what = content_name(problem, session, language)
        if session.school_class is not None:
            what = f"{class_title(problem, session.school_class)} {what}"
        texts = [
            service.day.isoformat(),
            day_title(service.day.isoweekday(), language),
            run_as(day, language),
            period_title(session.slot.period, language),
            "" if clock is None else f"{clock[0]:%H:%M}–{clock[1]:%H:%M}",
            person_name(problem, service.person, language),
            say("、", ", ").join(ROLE[role].in_language(language) for role in service.roles),
            KIND[session.kind].in_language(language),
            what,
            "" if session.kind is SessionKind.PATROL else room_name(session, language),
        ]
        for column, text in enumerate(texts):
            page.put(column, text)
        page.put(10, 1 if service.planned else None, styles.CENTRE)
        page.put(11, 1 if service.held else None, styles.CENTRE)
        page.put(12, remark(head, service))
        page.row += 1
    page.sheet.autofilter(top, 0, max(top, page.row - 1), len(heads) - 1)
    page.sheet.repeat_rows(top)
    page.sheet.freeze_panes(top + 1, 0)
