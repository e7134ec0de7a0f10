"""校历: each row as one entry of the term's calendar, and what a row lacks or says in vain."""

from collections.abc import Mapping, Sequence
from datetime import date

from exchange.assembly.noun import Json
from exchange.columns import CALENDAR
from exchange.findings import cell_issue, should_be
from exchange.parse import ParsedRow
from exchange.source_map import Path, SourceMap
from exchange.spelling import shown
from models import Issue, Severity, Text

_LISTS = {
    "holiday": "holidays", "make_up": "make_up_days", "no_service": "no_service", "clock": "clock_changes",
    "parity": "parity_overrides",
}  # fmt: skip
# Column → field of the noun, by kind of entry; what is not here says nothing in such a row.
_SPAN = {"first": "first", "last": "last"}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "holiday": {**_SPAN, "note": "name"},
    "make_up": {"first": "day", "runs_as": "runs_as", "week": "week", "note": "name"},
    "no_service": {**_SPAN, "periods": "periods", "grades": "grades", "note": "reason"},
    "clock": {**_SPAN, "periods": "period", "start": "start", "end": "end", "note": "name"},
    "parity": {**_SPAN, "week": "week", "note": "name"},
}
_NEEDED = {"make_up": ("runs_as",), "clock": ("periods", "start", "end"), "parity": ("week",)}


def term_of(form: ParsedRow | None) -> tuple[date | None, date | None]:
    """First and last day of the term, as far as sheet 学校 says them readably."""
    values = {} if form is None else form.values
    first, last = values.get("first_day"), values.get("last_day")
    return first if isinstance(first, date) else None, last if isinstance(last, date) else None


def term_unread(form: ParsedRow | None) -> bool:
    """Whether one of them is there and cannot be read: that is said at its cell, and the calendar waits for it."""
    return form is not None and any(
        name not in form.values and name in form.sources and form.sources[name].typed is not None
        for name in ("first_day", "last_day")
    )


def calendar(
    rows: Sequence[ParsedRow], term: tuple[date | None, date | None], sources: SourceMap, issues: list[Issue]
) -> Json:
    """All entries; a row that lacks something is complained of and left out, so that the others are still judged."""
    made: dict[str, list[Json]] = {name: [] for name in _LISTS.values()}
    for row in rows:
        kind, first = row.values["kind"], row.values["first"]
        if not isinstance(kind, str) or kind not in _LISTS or not isinstance(first, date | tuple):
            continue  # complained of at its cell
        wrong = len(issues)
        _open_span(row, kind, term, issues)
        for name in _NEEDED.get(kind, ()):
            _need(row, kind, name, issues)
        if kind == "clock":
            _one_period(row, issues)
        _in_vain(row, kind, issues)
        if any(issue.severity is Severity.ERROR for issue in issues[wrong:]):
            continue
        entries = made[_LISTS[kind]]
        path: Path = ("calendar", _LISTS[kind], len(entries))
        sources.add(path, row.source)
        entry: Json = {}
        for column, field in _FIELDS[kind].items():
            # An entry of one day has no cell for its last day, so that what is wrong with it belongs to the first.
            typed = row.sources.get(column)
            empty = typed is None or typed.typed is None
            sources.add((*path, field), row.sources.get("first") if column == "last" and empty else typed)
            if (value := row.values.get(column)) is not None and value != "":
                entry[field] = value
        if kind in ("holiday", "no_service"):  # 放假, or as it was typed: 半天, 考试
            source = row.sources.get("kind")
            entry.setdefault(_FIELDS[kind]["note"], shown(source.typed if source is not None else kind))
        entries.append(entry)
    return {name: entries for name, entries in made.items() if entries}


def _open_span(row: ParsedRow, kind: str, term: tuple[date | None, date | None], issues: list[Issue]) -> None:
    """First and last day from one cell or two; one day where only one is given."""
    first, last = row.values["first"], row.values.get("last")
    if isinstance(first, tuple):
        if last is not None and last != first[1]:
            text = Text(
                "“从”一格里已经写了到哪一天，“到”又写了另一天：请只留一处。",
                "“From” says until when already, and “To” says another day: keep one.",
            )
            _complain(row, "last", "two_last_days", text, issues)
        first, last = first
    if last is None:
        source = row.sources.get("last")
        unread = source is not None and source.typed is not None
        last = term[1] if kind == "clock" and term[1] is not None and not unread else first
    row.values["first"], row.values["last"] = first, last
    if kind == "make_up":
        if last != first:
            text = Text(
                "调休上课一天一行：每一天各按星期几上，请分行写。",
                "A make-up day has a row of its own: one for each day.",
            )
            _complain(row, "last", "one_day_a_row", text, issues)
        row.values.pop("last")


def _need(row: ParsedRow, kind: str, name: str, issues: list[Issue]) -> None:
    value, source = row.values.get(name), row.sources.get(name)
    if value not in (None, []) or (source is not None and source.typed is not None and value is None):
        return  # there, or complained of at its cell
    title, what, should = CALENDAR.column(name).title, _title(kind), should_be(CALENDAR.column(name).cell.expected)
    text = Text(
        f"{what.zh}要填“{title.zh}”：{should.zh}。", f"“{what.en}” needs “{title.en}”: it {should.en}."
    )  # fmt: skip
    _complain(row, name, "missing_value", text, issues)


def _one_period(row: ParsedRow, issues: list[Issue]) -> None:
    periods = row.values.get("periods")
    if isinstance(periods, list) and len(periods) == 1:
        row.values["periods"] = periods[0]
    elif periods:
        text = Text("一行只调整一节的时间，请一节一行。", "One row changes one period: give each a row of its own.")
        _complain(row, "periods", "one_period_a_row", text, issues)


def _in_vain(row: ParsedRow, kind: str, issues: list[Issue]) -> None:
    for name, source in row.sources.items():
        vain = name not in ("kind", "last", *_FIELDS[kind]) and row.values.get(name) not in (None, [])
        if vain and source.place is not None:
            title, what = CALENDAR.column(name).title, _title(kind)
            text = Text(
                f"{what.zh}不用填“{title.zh}”，“{shown(source.typed)}”没有读入。",
                f"“{what.en}” has no “{title.en}”: “{shown(source.typed)}” was not read.",
            )
            issues.append(cell_issue("value_in_vain", source.sheet, source.place, text, Severity.WARNING))


def _title(kind: str) -> Text:
    cell = CALENDAR.column("kind").cell
    return Text(cell.choices("zh")[list(_LISTS).index(kind)], cell.choices("en")[list(_LISTS).index(kind)])


def _complain(row: ParsedRow, name: str, code: str, text: Text, issues: list[Issue]) -> None:
    source = row.sources.get(name, row.source)
    issues.append(cell_issue(code, source.sheet, source.place or (1, 1), text))
