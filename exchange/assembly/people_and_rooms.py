"""Teachers, instructors and rooms."""

from collections.abc import Sequence

from exchange.assembly.noun import Json, identified, noun, nouns
from exchange.columns.shared_columns import WISH_FIELDS
from exchange.columns.simple_cells import OPEN_END
from exchange.parse import ParsedRow
from exchange.source_map import Path, SourceMap

CERTIFICATE, RECORD, CONTRACT = "教师资格证", "无犯罪记录证明", "合同"
_PERSON = ("skills", "unavailable", "weekly_least", "weekly_most", "daily_most")


def teachers(rows: Sequence[ParsedRow], sources: SourceMap) -> list[Json]:
    """教师."""
    return [
        _person(row, ("teachers", i), sources, ("subjects", "leader", "target", "debt")) for i, row in enumerate(rows)
    ]


def instructors(rows: Sequence[ParsedRow], sources: SourceMap) -> list[Json]:
    """外聘教师."""
    made = []
    for i, row in enumerate(rows):
        path: Path = ("instructors", i)
        one = _person(row, path, sources, ("institution", "fee", "visits_only", "weeks"))
        made.append(one | {"credentials": _credentials(row, (*path, "credentials"), sources)})
    return made


def _person(row: ParsedRow, path: Path, sources: SourceMap, more: tuple[str, ...]) -> Json:
    made = identified(row, path, sources) | noun(row, path, sources, (*_PERSON, *more))
    wishes: list[Json] = []
    for field, wish in WISH_FIELDS.items():
        slots = row.values.get(field, [])
        assert isinstance(slots, list)
        for slot in slots:
            sources.add((*path, "wishes", len(wishes)), row.sources.get(field))
            wishes.append({"slot": slot, "wish": int(wish)})
    return made | {"wishes": wishes}


def _credentials(row: ParsedRow, path: Path, sources: SourceMap) -> list[Json]:
    """The papers that have columns of their own, then the others."""
    made: list[Json] = []
    for name, start, end in (
        (CERTIFICATE, None, "certificate_until"),
        (RECORD, None, "record_until"),
        (CONTRACT, "contract_from", "contract_until"),
    ):
        first, last = row.values.get(start or ""), row.values.get(end)
        if first is None and last is None:
            continue
        until = None if last == OPEN_END else last
        here = (*path, len(made))
        sources.add(here, row.sources.get(end) or row.sources.get(start or ""))
        sources.add((*here, "valid_from"), row.sources.get(start or ""))
        made.append({"name": name, "valid_from": first, "valid_until": until})
    others = row.values.get("credentials", [])
    assert isinstance(others, list)
    for other in others:
        sources.add((*path, len(made)), row.sources.get("credentials"))
        made.append(other)
    return made


def rooms(rows: Sequence[ParsedRow], sources: SourceMap) -> list[Json]:
    """场地."""
    return nouns(rows, "rooms", sources, ("id", "features", "capacity", "groups_at_once", "closed"))
