"""政策 and 机构: what the district chose for the policy report, and the bureau's list."""

from collections.abc import Sequence

from exchange.assembly.noun import Json, noun, nouns
from exchange.columns import Context, UnreadableError
from exchange.columns.policy_sheets import figure_of
from exchange.findings import cell_issue, should_be
from exchange.parse import ParsedRow
from exchange.source_map import SourceMap
from exchange.spelling import fold, shown
from models import POLICY_ITEMS, Issue, PolicyItem, Text

_CHOICES = ("on", "figure", "severity", "basis")


def institutions(rows: Sequence[ParsedRow], sources: SourceMap) -> list[Json]:
    """机构."""
    return nouns(rows, "institutions", sources, ("name", "approved_from", "approved_until"))


def policy(rows: Sequence[ParsedRow], sources: SourceMap, issues: list[Issue]) -> list[Json]:
    """The rows that choose something; an item may be named by its key or by its title."""
    names = {fold(name): item for item in POLICY_ITEMS for name in (item.key, item.title.zh, item.title.en)}
    made: list[Json] = []
    for row in rows:
        if not any(field in row.values for field in _CHOICES):
            continue
        item = names.get(fold(str(row.values["item"])))
        if item is not None:
            row.values["item"] = item.key
        path = ("settings", "policy", len(made))
        one = noun(row, path, sources, ("item", "on", "severity", "basis"))
        if item is not None and "figure" in row.values:
            one |= _figure(item, row, issues)
        for field in ("number", "clock", "words"):
            sources.add((*path, field), row.sources.get("figure"))
        made.append(one)
    return made


def _figure(item: PolicyItem, row: ParsedRow, issues: list[Issue]) -> Json:
    """The figure under the field of its kind; nothing, and an issue, where it is of another kind."""
    typed, source = row.values["figure"], row.sources["figure"]
    try:
        field, value = figure_of(item, typed, Context())
    except UnreadableError as wrong:
        if source.place is not None and wrong.expected is not None:
            should = should_be(wrong.expected)
            text = Text(
                f"“{item.title.zh}”的标准{should.zh}，现在是“{shown(typed)}”。",
                f"the figure of “{item.title.en}” {should.en}, but is “{shown(typed)}”.",
            )
            issues.append(cell_issue(wrong.code, source.sheet, source.place, text))
        return {}
    return {field: value}
