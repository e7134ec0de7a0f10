"""One row as one noun: its values under the model's field names, and their sources."""

from collections.abc import Iterable, Mapping

from exchange.parse import ParsedRow
from exchange.source_map import Path, SourceMap

Json = dict[str, object]


def noun(row: ParsedRow, path: Path, sources: SourceMap, fields: Iterable[str]) -> Json:
    """The row's values of these fields (empty ones are left to the model's defaults)."""
    made: Json = {}
    sources.add(path, row.source)
    for name in fields:
        sources.add((*path, name), row.sources.get(name))
        if name in row.values:
            made[name] = row.values[name]
    return made


def nouns(rows: Iterable[ParsedRow], key: str, sources: SourceMap, fields: Iterable[str]) -> list[Json]:
    """All rows of a sheet, one noun each."""
    names = list(fields)
    return [noun(row, (key, i), sources, names) for i, row in enumerate(rows)]


def spread(row: ParsedRow, path: Path, sources: SourceMap, column: str, fields: Mapping[str, object]) -> Json:
    """A column that holds several fields (grades and classes in one cell)."""
    for name in fields:
        sources.add((*path, name), row.sources.get(column))
    return dict(fields)


def identified(row: ParsedRow, path: Path, sources: SourceMap) -> Json:
    """Id and name: the id is the name unless there is a column 编号."""
    name = row.values.get("name")
    sources.add((*path, "name"), row.sources.get("name"))
    sources.add((*path, "id"), row.sources["id"] if "id" in row.values else row.sources.get("name"))
    return {"id": row.values.get("id", name), "name": name}
