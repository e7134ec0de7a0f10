"""What is counted over the term, as tables: planned, lost, made up, held, and why."""

from collections.abc import Sequence

from exchange.term.tables import COUNTED, count_name, why
from models import Counted, Language, Problem, TermCount, Text
from ui.week.markup import Markup, tag

_TITLES = {
    Counted.DAY: Text("星期", "Weekdays"), Counted.CLASS: Text("班级", "Classes"), Counted.CLUB: Text("社团", "Clubs"),
    Counted.ACTIVITY: Text("班级活动", "Class activities"), Counted.SUBJECT: Text("学科", "Subjects"),
    Counted.PERSON: Text("人员", "People"),
}  # fmt: skip
_NUMBERS = (
    Text("计划", "Planned"), Text("减少", "Lost"), Text("补上", "Made up"), Text("实上", "Held"),
    Text("比计划", "Against plan"),
)  # fmt: skip


def kinds(counts: Sequence[TermCount]) -> tuple[tuple[Counted, Text], ...]:
    """What there is a table of, and how it is called."""
    found = {c.what for c in counts}
    return tuple((what, title) for what, title in _TITLES.items() if what in found)


def count_table(problem: Problem, counts: Sequence[TermCount], what: Counted, language: Language) -> Markup:
    """One row for each class, or club, … in the school's order."""
    of = COUNTED[what]
    caption = Text(f"学期课次统计：{of.zh}", f"Sessions of the term: {of.en}").in_language(language)
    heads = [tag("th", _TITLES[what].in_language(language), scope="col")]
    heads += [tag("th", head.in_language(language), scope="col", class_="number") for head in _NUMBERS]
    heads.append(tag("th", Text("原因", "Why").in_language(language), scope="col"))
    rows = [_row(problem, c, language) for c in counts if c.what is what]
    return tag(
        "table", tag("caption", caption), tag("thead", tag("tr", heads)), tag("tbody", rows), class_="k-term-counts"
    )


def _row(problem: Problem, count: TermCount, language: Language) -> Markup:
    numbers = (count.planned, sum(count.lost.values()), count.made_up, count.held)
    look = "less" if count.missing > 0 else "more" if count.missing < 0 else ""
    return tag(
        "tr",
        tag("th", count_name(problem, count, language), scope="row"),
        [tag("td", str(number), class_="number") for number in numbers],
        tag("td", _against(count.missing).in_language(language), class_=f"number {look}".rstrip()),
        tag("td", why(count, language), class_="words"),
    )


def _against(missing: int) -> Text:
    if missing == 0:
        return Text("—", "—")
    return Text(f"少 {missing}", f"−{missing}") if missing > 0 else Text(f"多 {-missing}", f"+{-missing}")
