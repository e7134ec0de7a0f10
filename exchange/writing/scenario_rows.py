"""Scenarios as rows of sheet 方案: in words where they read back the same, else as JSON."""

import json
from collections.abc import Sequence

from exchange.change_fields import given_fields, object_of, without_object
from exchange.change_text import text_of
from exchange.columns import Context, UnreadableError
from exchange.columns.change_words import WORDS_OF, ChangeWords
from exchange.scenarios.change_data import data_of
from exchange.writing.rows import Row
from models import ChangeBase, Scenario


def scenario_rows(scenarios: Sequence[Scenario], context: Context) -> list[Row]:
    """One row for each change; base and note stand on the first row, which a scenario without changes has too."""
    made: list[Row] = []
    for scenario in scenarios:
        rows: list[Row] = [{"name": scenario.name} | _change(change, context) for change in scenario.changes]
        rows = rows or [{"name": scenario.name}]
        rows[0] |= {"base": scenario.base, "note": scenario.note or None}
        made += rows
    return made


def _change(change: ChangeBase, context: Context) -> Row:
    data = data_of(change)
    words = WORDS_OF[str(data["kind"])]
    thing = object_of(words, change)
    written = None if thing is None or words.object is None else words.object.cell.write(thing, context)
    row: Row = {"kind": words.kind}
    if written is None or _reads_back(words, written, thing, context):
        row["object"] = written
        text = text_of(words, given_fields(words, change), context)
        if text is not None and text.isprintable() and (written is not None or not _needs_object(words)):
            return row | {"content": text or None}
    else:
        written = None
    rest = without_object(words, data) if written is not None else _whole(words, data)
    content = json.dumps(rest, ensure_ascii=False)
    return row | {"content": content if content.isprintable() else json.dumps(rest)}


def _needs_object(words: ChangeWords) -> bool:
    return words.object is not None and words.object.required


def _whole(words: ChangeWords, data: Row) -> object:
    """Everything but the kind, for a change whose object a cell cannot hold."""
    return data[words.inside] if words.inside is not None else {k: v for k, v in data.items() if k != "kind"}


def _reads_back(words: ChangeWords, written: object, thing: object, context: Context) -> bool:
    assert words.object is not None
    if not str(written).isprintable():  # a cell cannot hold every sign, but JSON can spell each
        return False
    try:
        read = words.object.cell.read(written, context)
    except UnreadableError:
        return False
    return read == (list(thing) if isinstance(read, list) and isinstance(thing, tuple) else thing)
