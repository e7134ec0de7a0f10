"""巡查安排: weekday by period, who is on patrol; and how often each leader is."""

from collections import Counter

from exchange.results import styles
from exchange.results.names import day_title, period_clock, period_title, person_name
from exchange.results.page import WIDTH_PX, Book, Page, Run
from exchange.results.view import by_week, days, patrols, periods
from exchange.results.wording import marked, stacked
from models import Role, Slot, Text


def write_patrol(book: Book) -> None:
    """巡查安排."""
    columns = periods(book.problem, book.timetable)
    wide = (WIDTH_PX - 110) / max(1, len(columns))
    page = Page(book, Text("巡查安排", "Patrol"), [110, *[wide] * len(columns)])
    page.heading(_asked(book))
    page.put(0, book.say("星期", "Day"), styles.HEAD)
    for column, period in enumerate(columns, start=1):
        clock = period_clock(book.problem, period)
        page.put(column, f"{period_title(period, book.language)}　{clock}".strip(), styles.HEAD)
    page.next(24)
    page.freeze(1)
    for day in days(book.problem, book.timetable):
        page.put(0, day_title(day, book.language), styles.LABEL)
        for column, period in enumerate(columns, start=1):
            runs = _cell(book, day, period)
            page.put(column, runs, styles.CENTRE)
            page.grow(max(36, page.needs(column, runs, styles.CENTRE)))
        page.next()
    page.next(10)
    _counts(page)
    page.finish()


def _asked(book: Book) -> str:
    least = book.problem.settings.patrol.at_least
    if least == 0:
        return book.say("学校没有要求巡查", "No patrol is asked for")
    return book.say(f"每个时段至少 {least} 人巡查", f"At least {least} on patrol in each slot")


def _cell(book: Book, day: int, period: int) -> tuple[Run, ...]:
    joint = book.say("、", ", ")
    found = by_week(book.problem, lambda week: patrols(book.timetable, Slot(day, period, week)), lambda people: people)
    parts = [
        marked(
            week,
            ((joint.join(person_name(book.problem, p, book.language) for p in people), False),),
            book.language,
        )
        for week, people in found
        if people
    ]
    return stacked(parts)


def _counts(page: Page) -> None:
    book = page.book
    count = Counter(p for s in book.timetable.sessions for p in s.people(Role.PATROL))
    leaders = [t.id for t in book.problem.teachers if t.leader]
    everyone = [*leaders, *sorted(set(count) - set(leaders))]
    cycle = book.problem.week.cycle
    times = [f"{person_name(book.problem, p, book.language)} {count[p] / cycle:g}" for p in everyone]
    if times:
        text = book.say("每人每周巡查次数：", "Patrols a week: ") + book.say("、", ", ").join(times)
        page.put(0, text, styles.NOTE, columns=len(page.widths))
        page.next(page.needs(0, text, styles.NOTE, len(page.widths)))
