"""Homework quotas, clubs of the three kinds, class activities, pins and rule settings."""

from collections.abc import Mapping, Sequence

from exchange.assembly.noun import Json, identified, noun, spread
from exchange.findings import cell_issue
from exchange.parse import ParsedRow
from exchange.source_map import Path, SourceMap
from exchange.spelling import fold, shown
from models import Issue, MayServe, RuleCard, Severity, Strength, Text
from models.checks.rule_choice import refused_strength, unknown_rule

_LED = (
    "meetings", "fixed_slots", "weeks", "intro", "skills", "leaders", "leader_from", "named_leaders",
    "preferred_leaders", "features", "named_rooms", "grades",
)  # fmt: skip
_WALKING = ("least", "most", "groups", "periods", "priority")
_FIELDS: Mapping[object, tuple[str, ...]] = {
    "cross_class": (*_LED, *_WALKING),
    "whole_school": (*_LED, "adult_per_class"),
    "class_activity": ("meetings", "fixed_slots", "weeks", "intro", "skills", "grades", "named_leaders"),
}
_NEVER_COMPLAINED_OF = {"id", "name", "kind"}


def homework(rows: Sequence[ParsedRow], sources: SourceMap) -> list[Json]:
    """作业辅导."""
    made = []
    for i, row in enumerate(rows):
        path: Path = ("homework", i)
        quota = noun(row, path, sources, ("subject", "times", "per_cycle", "who", "people"))
        made.append(quota | _whom(row, path, sources))
    return made


def _whom(row: ParsedRow, path: Path, sources: SourceMap) -> Json:
    whom = row.values["whom"]
    assert isinstance(whom, tuple)
    return spread(row, path, sources, "whom", {"grades": whom[0], "classes": whom[1]})


def clubs(
    rows: Sequence[ParsedRow], activities: Sequence[ParsedRow], sources: SourceMap, issues: list[Issue]
) -> list[Json]:
    """社团, then 班级活动."""
    made: list[Json] = []
    for row in rows:
        path: Path = ("clubs", len(made))
        kind = row.values.get("kind", "cross_class")
        fields = _FIELDS[kind]
        club = identified(row, path, sources) | {"kind": kind} | noun(row, path, sources, fields)
        sources.add((*path, "kind"), row.sources.get("kind"))
        if kind == "class_activity":
            people = club.pop("named_leaders", [])
            who = MayServe.NAMED if people else (MayServe.SKILL if club.get("skills") else MayServe.ANYBODY)
            club |= spread(row, path, sources, "named_leaders", {"people": people, "who": who})
        issues += _in_vain(row, fields)
        made.append(club)
    for row in activities:
        path = ("clubs", len(made))
        club = noun(row, path, sources, ("meetings", "fixed_slots", "weeks", "intro", "who", "people", "skills"))
        club |= identified(row, path, sources) | {"kind": "class_activity"} | _whom(row, path, sources)
        made.append(club)
    return made


def _in_vain(row: ParsedRow, fields: tuple[str, ...]) -> list[Issue]:
    """Cells that mean nothing for a club of this kind."""
    found = []
    for name, source in row.sources.items():
        vain = name not in fields and name not in _NEVER_COMPLAINED_OF and row.values.get(name) not in (None, False, [])
        if vain and source.place is not None and source.column is not None:
            title = source.column.title
            text = Text(
                f"这种类型的社团不用填“{title.zh}”，“{shown(source.typed)}”没有读入。",
                f"a club of this kind has no “{title.en}”: “{shown(source.typed)}” was not read.",
            )
            found.append(cell_issue("value_in_vain", source.sheet, source.place, text, Severity.WARNING))
    return found


def pins(rows: Sequence[ParsedRow], sources: SourceMap) -> list[Json]:
    """锁定: one pin per slot that is meant."""
    made: list[Json] = []
    for row in rows:
        slots = row.values["slot"]
        assert isinstance(slots, list)
        for slot in slots:
            path: Path = ("pins", len(made))
            fields = ("school_class", "club", "group", "subject", "person", "room", "by", "reason")
            made.append(noun(row, path, sources, fields) | {"slot": slot})
            sources.add((*path, "slot"), row.sources.get("slot"))
    return made


def rules(rows: Sequence[ParsedRow], cards: Sequence[RuleCard], sources: SourceMap, issues: list[Issue]) -> list[Json]:
    """规则: the rows that choose something; a rule may be named by its key or by its title."""
    names = rule_names(cards)
    chosen = [row for row in rows if "strength" in row.values or "weight" in row.values]
    for row in chosen:
        card = names.get(fold(str(row.values["rule"])))
        if card is not None:
            row.values["rule"] = card.key
        if cards and "rule" in row.sources and (issue := rule_issue(row, card, cards)) is not None:
            issues.append(issue)
    fields = ("rule", "strength", "weight")
    return [noun(row, ("settings", "rules", i), sources, fields) for i, row in enumerate(chosen)]


def rule_names(cards: Sequence[RuleCard]) -> dict[str, RuleCard]:
    """Every spelling of a rule, its key and its titles, folded."""
    return {fold(name): card for card in cards for name in (card.title.zh, card.title.en, card.key)}


def rule_issue(row: ParsedRow, card: RuleCard | None, cards: Sequence[RuleCard]) -> Issue | None:
    """Why the row's rule or its strength is none that there is, if so."""
    if card is None:
        code, source, text = "unknown_rule", row.sources["rule"], unknown_rule(str(row.values["rule"]), cards)
    else:
        strength = row.values.get("strength")
        refused = None if strength is None else refused_strength(card, Strength(str(strength)))
        if refused is None:
            return None
        code, source, text = "strength_not_allowed", row.sources["strength"], refused
    return None if source.place is None else cell_issue(code, source.sheet, source.place, text)
