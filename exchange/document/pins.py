"""Locks as edits of the sheet 锁定: what is locked on a screen stands in the workbook as if it were typed there."""

from collections.abc import Collection, Iterable, Sequence

from pydantic import ValidationError

from exchange.assembly.clubs import pins as pins_of
from exchange.columns import PINS, Context
from exchange.directory import Directory
from exchange.document.edits import with_sheet, without_rows
from exchange.document.fix import Fix, RowAdded, fixed
from exchange.document.making import blank_sheet
from exchange.document.parts import parts_of
from exchange.document.reading import examine
from exchange.document.sheets import Document
from exchange.document.typed import typed_text
from exchange.parse import Parser
from exchange.slot_names import SlotBook
from exchange.source_map import SourceMap
from models import Language, Pin, Problem, RuleCard, Text


def with_pins(document: Document, problem: Problem, pins: Iterable[Pin], language: Language = "zh") -> Document:
    """One row more for each pin; `problem` is what the document says."""
    context = Context(Directory.of(problem), SlotBook.of(problem.week), language)
    if any(part.missing for part in parts_of(document) if part.sheet is PINS):
        document = with_sheet(document, blank_sheet(PINS, (), language))
    for pin in pins:
        fields = {"slot": (pin.slot,)} | {name: value for name, value in pin if name != "slot"}
        if pin.group == 1:
            fields["group"] = None  # what an empty cell means
        texts = {
            column.field: typed_text(cell, column)
            for column in PINS.columns
            if (value := fields[column.field]) is not None
            if (cell := column.cell.write(value, context)) is not None
        }
        document = fixed(document, Fix(Text("锁定", "Lock"), (RowAdded(PINS.key, texts),)))
    return document


def without_these_pins(
    document: Document, cards: Sequence[RuleCard], pins: Collection[Pin], language: Language = "zh"
) -> Document:
    """Without the rows of these pins. Of a row that pins several slots, the others stay, each in a row of its own."""
    seen = examine(document, cards)
    table = seen.tables.get(PINS.key)
    if table is None or seen.reading.problem is None:
        return document
    gone: list[int] = []
    kept: list[Pin] = []
    for row in Parser(seen.context, []).rows(table):
        try:
            found = [Pin.model_validate(values) for values in pins_of([row], SourceMap())]
        except ValidationError:  # a row that cannot be read is left as it was typed
            continue
        if any(pin in pins for pin in found):
            gone.append(row.number)
            kept += [pin for pin in found if pin not in pins]
    return with_pins(without_rows(document, table.grid.name, gone), seen.reading.problem, kept, language)
