"""Ways out, whom to tell what, and scenarios side by side, as HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exchange.results.sentences import CHANGE_TITLES
from models import Comparison, Language, Problem, Repair, Status, Text, Timetable
from ui.load.figures import lines_of, summary_of
from ui.scenarios.kept import Told
from ui.week.markup import Markup, joined, tag

_NONE = "—"


def repair_price(repair: Repair, language: Language) -> Markup:
    """The sum, and whether it is proved the least by these means."""
    proved = Text("已证同类最低", "proved least of its kind").in_language(language) if repair.cheapest else None
    return tag("div", tag("b", str(repair.cost)), tag("small", proved) if proved else None, class_="k-price")


def repair_steps(repair: Repair, language: Language) -> Markup:
    """What it does, and how its price adds up."""
    joint = "；" if language == "zh" else "; "
    steps = joint.join(step.text.in_language(language) for step in repair.steps)
    return tag("div", steps, tag("small", price_sum(repair)), class_="k-cell")


def price_sum(repair: Repair) -> str:
    """4＋2×8＝20: the steps' prices, the same ones counted together."""
    counts: dict[int, int] = {}
    for step in repair.steps:
        if step.cost:
            counts[step.cost] = counts.get(step.cost, 0) + 1
    parts = [str(price) if times == 1 else f"{times}×{price}" for price, times in counts.items()]
    return f"{' + '.join(parts) or '0'} = {repair.cost}"


def touched(repair: Repair, problem: Problem, language: Language) -> Markup:
    """Whom and what it concerns: people, classes, clubs, rooms, by name."""
    people = [p.name if (p := problem.person_by_id.get(who)) else who for who in repair.people]
    classes = [c.title if (c := problem.class_by_id.get(one)) else one for one in repair.classes]
    clubs = [k.name if (k := problem.club_by_id.get(one)) else one for one in repair.clubs]
    comma = "、" if language == "zh" else ", "
    groups = [comma.join(dict.fromkeys(names)) for names in (people, classes, clubs, repair.rooms) if names]
    return tag("div", ("；" if language == "zh" else "; ").join(groups) or _NONE, class_="k-cell soft")


def people_to_tell(told: Told | None, language: Language) -> Markup:
    """How many, and whether fewer are proved impossible; a dash while it is not known."""
    if told is None:
        return tag("div", _NONE, class_="k-cell told")
    if told.fewest:
        text, title = Text(f"{told.people} 人", f"{told.people}"), Text("已证明不能更少", "proved: not with fewer")
    else:
        text, title = Text(f"≤ {told.people} 人", f"≤ {told.people}"), Text("这么多就够", "so many are enough")
    return tag("div", text.in_language(language), title=title.in_language(language), class_="k-cell told")


def to_tell(found: Comparison, problem: Problem, language: Language) -> Markup:
    """Everyone who must be told, with all that is to be said to them."""
    rows = []
    for notice in found.notices:
        person = problem.person_by_id.get(notice.person)
        texts = [tag("div", text.in_language(language)) for text in notice.texts]
        name = notice.person if person is None else person.name
        rows.append(tag("tr", tag("th", name, scope="row"), tag("td", texts)))
    return tag("table", tag("tbody", rows), class_="k-plan k-told")


def sessions(found: Comparison, language: Language) -> Markup:
    """Each session that is not as it was."""
    rows = [
        tag(
            "tr",
            tag("th", CHANGE_TITLES[change.kind].in_language(language), scope="row"),
            tag("td", change.text.in_language(language)),
        )
        for change in found.sessions
    ]
    return tag("table", tag("tbody", rows), class_="k-plan k-told")


@dataclass(frozen=True)
class Column:
    """One scenario in the comparison, or the timetable in use; what is not known stays a dash."""

    title: str
    status: Status | None
    cost: int | None = None
    timetable: Timetable | None = None
    problem: Problem | None = None
    told: int | None = None
    told_proved: bool = False


_RESULTS: Mapping[Status, Text] = {
    Status.OPTIMAL: Text("最优", "best"),
    Status.FEASIBLE: Text("排得出", "possible"),
    Status.IMPOSSIBLE: Text("排不出", "impossible"),
    Status.OUT_OF_TIME: Text("没算完", "out of time"),
}


def comparison(columns: Sequence[Column], language: Language) -> Markup:
    """Side by side; what differs from the first column is marked, in words for those who do not see the colour."""
    heads = [tag("th", column.title, scope="col") for column in columns]
    rows = [_row(title, values, language) for title, values in _values(columns, language)]
    return tag(
        "table",
        tag("caption", Text("方案对比", "Scenarios side by side").in_language(language)),
        tag("thead", tag("tr", tag("td"), heads)),
        tag("tbody", rows),
        class_="k-plan k-compare",
    )


def _row(title: Text, values: Sequence[str], language: Language) -> Markup:
    first = values[0]
    other = Text("和第一列不同", "differs from the first column").in_language(language)
    cells = [
        tag("td", value, class_="new", title=other) if value not in (first, _NONE) else tag("td", value)
        for value in values
    ]
    return tag("tr", tag("th", title.in_language(language), scope="row"), cells)


def _values(columns: Sequence[Column], language: Language) -> list[tuple[Text, list[str]]]:
    results = [_NONE if c.status is None else _RESULTS[c.status].in_language(language) for c in columns]
    costs = [_NONE if c.cost is None else str(c.cost) for c in columns]
    counts = [_NONE if c.timetable is None else str(len(c.timetable.sessions)) for c in columns]
    told = [_NONE if c.told is None else f"{c.told}" if c.told_proved else f"≤ {c.told}" for c in columns]
    return [
        (Text("结果", "Result"), results),
        (Text("偏好代价", "Cost"), costs),
        (Text("课次", "Sessions"), counts),
        (Text("每人最少–最多", "Least–most a person"), [_spread(c) for c in columns]),
        (Text("开的社团", "Clubs that meet"), [_clubs(c) for c in columns]),
        (Text("需告知（人）", "People to tell"), told),
    ]


def _spread(column: Column) -> str:
    if column.timetable is None or column.problem is None or not column.problem.teachers:
        return _NONE
    found = summary_of(lines_of(column.problem, column.timetable))
    return f"{found.least:g}–{found.most:g}"


def _clubs(column: Column) -> str:
    if column.timetable is None:
        return _NONE
    return str(len({s.club for s in column.timetable.sessions if s.club is not None}))


def chips(texts: Sequence[Text], language: Language) -> Markup:
    """Each change on a piece of coloured ground."""
    return joined(tag("span", text.in_language(language), class_="k-badge acc") for text in texts)
