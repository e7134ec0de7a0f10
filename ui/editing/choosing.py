"""What may be chosen in a cell: the words of the document, each shown in the language of the screen."""

from collections.abc import Mapping

from exchange.columns import Column, Context
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell, SlotsCell
from exchange.directory import Kind
from models import Day, Language, Slot, Text


def words_of(column: Column | None, context: Context, written: Language, spoken: Language) -> Mapping[str, str]:
    """Word as `written` in the document → as shown to somebody who reads `spoken`; names stay as they are."""
    if column is None:
        return {}
    directory = context.directory
    match column.cell:
        case RefCell(kind=kind) | RefsCell(kind=kind):
            return {name: name for name in directory.ids(kind)}
        case GradesCell(classes_too=both):
            names = (*directory.ids(Kind.GRADE), *(directory.ids(Kind.CLASS) if both else ()))
            return _said([Text("全校", "whole school")], written, spoken) | {name: name for name in names}
        case SlotsCell():
            opened = context.slots.opened
            slots = [_slot_title(Slot(day, period, 1)) for day, period in opened]
            days = [Day(day).title for day in dict.fromkeys(day for day, _ in opened)]
            return _said([*slots, *days], written, spoken)
        case cell:
            return dict(zip(cell.choices(written), cell.choices(spoken), strict=True))


def _slot_title(slot: Slot) -> Text:
    return Text(slot.title(1, "zh"), slot.title(1, "en"))


def _said(texts: list[Text], written: Language, spoken: Language) -> dict[str, str]:
    return {text.in_language(written): text.in_language(spoken) for text in texts}
