"""未满足的愿望: what the preferences cost, rule by rule, and then each unmet wish: what, when, whom, at what price."""

from collections.abc import Sequence

from exchange.results import styles
from exchange.results.names import class_title, person_name
from exchange.results.page import Book, Page
from models import RuleCard, Score, Strength, Text, Verdict, Violation

_WIDTHS = (110, 500, 90, 125, 50, 50, 50)


def write_unmet(book: Book) -> None:
    """未满足的愿望."""
    page = Page(book, Text("未满足的愿望", "Unmet wishes"), _WIDTHS)
    verdict = book.outcome.verdict
    if verdict is None:
        page.heading()
        page.freeze()
        page.put(
            0,
            book.say("这份课表还没有复核。", "This timetable has not been audited."),
            styles.NOTE,
            columns=len(_WIDTHS),
        )
        page.next(20)
        page.finish()
        return
    page.heading(book.say(f"偏好代价合计 {verdict.cost}", f"The preferences cost {verdict.cost} in all"))
    page.freeze()
    cards = {card.key: card for card in book.cards}
    _costs(page, cards, [s for s in verdict.scores if s.strength is Strength.PREFER])
    _wishes(page, cards, verdict)
    page.finish()


def _title(cards: dict[str, RuleCard], rule: str, book: Book) -> str:
    return cards[rule].title.in_language(book.language) if rule in cards else rule


def _costs(page: Page, cards: dict[str, RuleCard], scores: list[Score]) -> None:
    book = page.book
    page.put(0, book.say("每条偏好花了多少", "What each preference cost"), styles.SECTION, columns=len(_WIDTHS))
    page.next(24)
    heads = book.say("规则|说明|一份是|单价|数量|代价", "Rule|What it says|one unit is|price|amount|cost")
    _cost_row(page, heads.split("|"), styles.HEAD)
    for score in sorted(scores, key=lambda s: (-s.cost, s.rule)):
        first = page.row
        card = cards.get(score.rule)
        unit = "" if card is None or card.unit is None else card.unit.in_language(book.language)
        said = "" if card is None else card.sentence.in_language(book.language)
        _cost_row(
            page, [_title(cards, score.rule, book), said, unit, score.weight, score.amount, score.cost], styles.CELL
        )
        page.block(first)
    _cost_row(page, [book.say("合计", "Total"), "", "", "", "", sum(s.cost for s in scores)], styles.TOTAL)
    page.next(12)


def _cost_row(page: Page, values: Sequence[str | int], look: styles.Look) -> None:
    """Title, sentence (over two columns), unit, price, amount, cost."""
    title, said, unit, *figures = values
    page.put(0, title, {**look, "bold": True})
    page.put(1, said, look, columns=2)
    page.put(3, unit, look)
    for column, figure in enumerate(figures, start=4):
        page.put(column, figure, {**look, "align": "center"})
    page.next(max(18, page.needs(0, title, look), page.needs(1, said, look, 2), page.needs(3, unit, look)))


def _wishes(page: Page, cards: dict[str, RuleCard], verdict: Verdict) -> None:
    """Each unmet wish; dear rules first, and of each rule the dearest first."""
    book, first = page.book, page.row
    score = {s.rule: s for s in verdict.scores}
    weights = {rule: s.weight for rule, s in score.items()}
    costs = {rule: s.cost for rule, s in score.items()}
    unmet = sorted(verdict.unmet, key=lambda v: (-costs.get(v.rule, 0), v.rule, -v.amount))
    page.put(
        0,
        book.say(f"没能满足的 {len(unmet)} 处", f"{len(unmet)} not met"),
        styles.SECTION,
        columns=len(_WIDTHS),
    )
    page.next(24)
    if not unmet:
        page.put(0, book.say("所有偏好都满足了。", "Every preference is met."), styles.NOTE, columns=len(_WIDTHS))
        page.next(20)
        return
    heads = book.say("规则|哪里没满足|时段|涉及|单价|数量|代价", "Rule|What|When|Whom|price|amount|cost").split("|")
    page.cells(heads, styles.HEAD)
    for violation in unmet:
        price = weights.get(violation.rule, 0)
        when = "" if violation.slot is None else violation.slot.title(book.problem.week.cycle, book.language)
        page.cells(
            [
                _title(cards, violation.rule, book),
                violation.text.in_language(book.language),
                when,
                _whom(book, violation),
                price,
                violation.amount,
                price * violation.amount,
            ],
            [styles.CELL, styles.CELL, styles.CELL, styles.CELL, *[styles.CENTRE] * 3],
        )
        page.block(first)
        first = page.row


def _whom(book: Book, violation: Violation) -> str:
    people = [person_name(book.problem, p, book.language) for p in violation.people]
    classes = [class_title(book.problem, c) for c in violation.classes]
    return book.say("、", ", ").join([*people, *classes])
