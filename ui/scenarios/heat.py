"""A sweep as a table whose ground is the darker the worse it gets; every number stands in its cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models import Language, Status, SweepKind, SweepRow, Text
from ui.week.markup import Markup, tag

TITLES = {
    SweepKind.ROOMS: Text("场地少几间", "Fewer rooms"),
    SweepKind.TEACHERS: Text("少一位教师", "One teacher less"),
    SweepKind.INSTRUCTORS: Text("少一位外聘", "One instructor less"),
    SweepKind.PUPILS: Text("学生多几成", "More pupils"),
    SweepKind.RULES: Text("规则松一点", "Rules eased"),
}
SHORT_TITLES = {
    SweepKind.ROOMS: Text("场地", "Rooms"),
    SweepKind.TEACHERS: Text("教师", "Teachers"),
    SweepKind.INSTRUCTORS: Text("外聘", "Instructors"),
    SweepKind.PUPILS: Text("学生", "Pupils"),
    SweepKind.RULES: Text("规则", "Rules"),
}
_DARKEST = 45  # per cent of the accent: black and white words on it keep 4.5:1


@dataclass(frozen=True)
class _Column:
    title: Text
    value: Callable[[SweepRow], int | None]
    shown: Text  # with {} for the number
    worse: int  # +1: more is worse; −1: less is worse; 0: neither


_COLUMNS = (
    _Column(Text("停开或少开社团", "clubs that give way"), lambda row: len(row.gave_way), Text("{}", "{}"), 1),
    _Column(Text("走班名额", "places left"), lambda row: row.places_left, Text("余 {}", "{} left"), -1),
    _Column(Text("偏好代价", "cost"), lambda row: row.cost, Text("{}", "{}"), 1),
    _Column(Text("变动课次", "sessions changed"), lambda row: row.sessions_changed, Text("{}", "{}"), 1),
    _Column(Text("需告知", "people to tell"), lambda row: row.told, Text("{}", "{}"), 1),
)


def heat_table(rows: Sequence[SweepRow], kind: SweepKind, language: Language) -> Markup:
    """All answers so far; columns without any number are left out."""
    columns = [c for c in _COLUMNS if any(c.value(row) is not None for row in rows)]
    if kind is SweepKind.RULES:  # there a unit of the rule gives way, no club
        columns = [c for c in columns if c is not _COLUMNS[0]]
    spans = {id(c): _span(c, rows) for c in columns}
    heads = [tag("th", c.title.in_language(language), scope="col") for c in columns]
    body = [_row(row, columns, spans, language) for row in rows]
    return tag(
        "table",
        tag("caption", TITLES[kind].in_language(language)),
        tag("thead", tag("tr", tag("td"), heads)),
        tag("tbody", body),
        class_="k-plan k-heat",
    )


def _span(column: _Column, rows: Sequence[SweepRow]) -> tuple[int, int]:
    values = [value for row in rows if (value := column.value(row)) is not None]
    return min(values), max(values)


def _row(row: SweepRow, columns: Sequence[_Column], spans: dict[int, tuple[int, int]], language: Language) -> Markup:
    head = tag("th", row.case.title.in_language(language), _because(row, language), scope="row")
    if row.status is Status.IMPOSSIBLE:
        why = Text("排不出", "impossible")
        if row.why:
            why = Text(f"排不出：{row.why[0].zh}", f"impossible: {row.why[0].en}")
        text = why.in_language(language)
        return tag("tr", head, tag("td", text, colspan=len(columns), class_="no"))
    if row.status is Status.OUT_OF_TIME:
        text = Text("没算完", "out of time").in_language(language)
        return tag("tr", head, tag("td", text, colspan=len(columns), class_="late"))
    return tag("tr", head, [_cell(c, c.value(row), spans[id(c)], language) for c in columns])


def _because(row: SweepRow, language: Language) -> Markup | None:
    """What gives way, in words."""
    if not row.gave_way_texts:
        return None
    joint = "；" if language == "zh" else "; "
    return tag("small", joint.join(text.in_language(language) for text in row.gave_way_texts))


def _cell(column: _Column, value: int | None, span: tuple[int, int], language: Language) -> Markup:
    if value is None:
        return tag("td", "—")
    return tag(
        "td", column.shown.in_language(language).format(value), style=f"--heat:{share(value, span, column.worse)}%"
    )


def share(value: int, span: tuple[int, int], worse: int) -> int:
    """How dark its ground is, in per cent of the accent: none for the best value of the column, most for the worst."""
    least, most = span
    if least == most:
        return 0
    part = (value - least) / (most - least)
    return round((part if worse > 0 else 1 - part) * _DARKEST)
