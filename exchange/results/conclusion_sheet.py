"""结论: in words, how good the timetable is and how far that is proved, what the audit says, and what is in it."""

from collections import Counter

from exchange.results import styles
from exchange.results.names import KIND
from exchange.results.page import Book, Page
from exchange.results.sentences import audit_sentence, outcome_sentence
from models import SessionKind, Status, Text

_WIDTHS = (200, 775)
_STATUS = {
    Status.OPTIMAL: Text("已证最优", "proved best"),
    Status.FEASIBLE: Text("可行，未证最优", "feasible, not proved best"),
    Status.IMPOSSIBLE: Text("排不出，已证明", "impossible, proved"),
    Status.OUT_OF_TIME: Text("时间到，没有结果", "out of time"),
}


def write_conclusion(book: Book) -> None:
    """结论."""
    page = Page(book, Text("结论", "Conclusion"), _WIDTHS)
    page.heading()
    page.freeze()
    text = outcome_sentence(book.outcome).in_language(book.language)
    look = {**styles.SECTION, "text_wrap": True}
    page.put(0, text, look, columns=2)
    page.next(max(34, page.needs(0, text, look, 2)))
    for label, value in _facts(book):
        page.put(0, label, styles.LABEL)
        page.put(1, value, styles.CELL)
        page.next(max(22, page.needs(1, value, styles.CELL)))
    _list(page, book.say("违反的硬性规则", "Broken requirements"), _broken(book))
    _list(
        page,
        book.say("缺口", "Shortages"),
        [s.text.in_language(book.language) for s in book.outcome.shortages],
    )
    page.finish()


def _facts(book: Book) -> list[tuple[str, str]]:
    outcome, say = book.outcome, book.say
    facts = [(say("状态", "Status"), _STATUS[outcome.status].in_language(book.language))]
    if outcome.objective is not None:
        facts.append((say("偏好代价", "Cost of preferences"), str(outcome.objective)))
    if outcome.bound is not None:
        facts.append((say("已证明的下界", "Proved bound"), f"{outcome.bound:g}"))
    if outcome.gap is not None:
        facts.append((say("与最优至多差", "At most from best"), f"{outcome.gap:.2%}"))
    spent = f"{outcome.seconds:.1f}"
    if outcome.first_seconds is not None:
        first = f"{outcome.first_seconds:.1f}"
        facts.append(
            (
                say("用时", "Time"),
                say(f"{spent} 秒（{first} 秒时有第一份课表）", f"{spent} s (first timetable at {first} s)"),
            )
        )
    elif outcome.seconds:  # none for a timetable that was made by hand
        facts.append((say("用时", "Time"), say(f"{spent} 秒", f"{spent} s")))
    facts.append((say("复核", "Audit"), audit_sentence(outcome).in_language(book.language)))
    facts.append((say("课表依据的数据指纹", "Fingerprint of its data"), book.timetable.fingerprint))
    facts.append(
        (say("现在数据的指纹", "Fingerprint now"), book.now or say("（数据里有错误）", "(the data have errors)"))
    )
    facts.append((say("学校与学期", "School and term"), f"{book.problem.school} · {book.problem.term.name}"))
    facts.append((say("规模", "Size"), _size(book)))
    facts.append((say("课次", "Sessions"), _sessions(book)))
    return facts


def _size(book: Book) -> str:
    p = book.problem
    clubs = len(p.clubs)
    pupils = sum(c.pupils for c in p.classes)
    return book.say(
        f"{len(p.classes)} 个班 {pupils} 人，教师 {len(p.teachers)} 人，外聘 {len(p.instructors)} 人，"
        f"场地 {len(p.rooms)} 处，社团和活动 {clubs} 个",
        f"{len(p.classes)} classes with {pupils} pupils, {len(p.teachers)} teachers, {len(p.instructors)} instructors, "
        f"{len(p.rooms)} rooms, {clubs} clubs and activities",
    )


def _sessions(book: Book) -> str:
    count = Counter(s.kind for s in book.timetable.sessions)
    parts = [f"{KIND[kind].in_language(book.language)} {count[kind]}" for kind in SessionKind if count[kind]]
    return book.say("，", ", ").join(parts) + book.say(f"；共 {sum(count.values())}", f"; {sum(count.values())} in all")


def _broken(book: Book) -> list[str]:
    titles = {card.key: card.title.in_language(book.language) for card in book.cards}
    broken = () if book.outcome.verdict is None else book.outcome.verdict.broken
    return [f"{titles.get(v.rule, v.rule)}{book.say('：', ': ')}{v.text.in_language(book.language)}" for v in broken]


def _list(page: Page, title: str, items: list[str]) -> None:
    if not items:
        return
    page.next(10)
    page.put(0, title, styles.SECTION, columns=2)
    page.next(24)
    for number, item in enumerate(items, start=1):
        first = page.row
        page.put(0, number, styles.LABEL)
        page.put(1, item, styles.CELL)
        page.next(max(18, page.needs(1, item, styles.CELL)))
        page.block(first)
