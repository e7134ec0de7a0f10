"""Where an issue is: the cell, what stands in it, what should stand in it, and what else the school has entered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.utils.cell import coordinate_to_tuple

from exchange.columns import Column, Context
from exchange.document.fix import CellSet, Fix
from exchange.document.parts import Part
from exchange.document.sheets import Document
from exchange.document.typed import bare, typed_text
from exchange.findings import Place
from exchange.spelling import join_list, shown
from models import Issue, RuleCard, Text


@dataclass(frozen=True)
class Spot:
    """One issue in its surroundings."""

    issue: Issue
    document: Document
    parts: Sequence[Part]
    context: Context  # names of everything, and the open slots
    cards: Sequence[RuleCard]
    part: Part | None  # the sheet of the issue, if the reader knows it
    place: Place | None
    column: Column | None
    text: str  # as typed; of a merged range, in whichever of its cells the issue is

    @classmethod
    def of(
        cls, issue: Issue, document: Document, parts: Sequence[Part], context: Context, cards: Sequence[RuleCard]
    ) -> "Spot":
        """The surroundings of an issue."""
        part = next((part for part in parts if part.name == issue.sheet), None)
        place = None if issue.cell is None else coordinate_to_tuple(issue.cell)
        column = None if part is None or place is None else part.column_at(place)
        page = document.sheet(issue.sheet)
        text = ""
        if page is not None and place is not None:
            area = next((a for a in page.areas if a[0] <= place[0] <= a[2] and a[1] <= place[1] <= a[3]), None)
            text = page.text(place if area is None else area[:2])
        return cls(issue, document, parts, context, cards, part, place, column, text)

    def put(self, text: str, why: Text | None = None, likely: bool = True) -> Iterator[Fix]:
        """改成 …: another text in this cell (nothing if it is the same one)."""
        if self.place is None or self.issue.sheet is None or text == self.text:
            return
        edit = CellSet(self.issue.sheet, self.place, text)
        yield Fix(Text(f"改成 {shown(bare(text))}", f"Change to {shown(bare(text))}"), (edit,), why, likely)

    def put_items(self, items: Sequence[str], why: Text | None = None, likely: bool = True) -> Iterator[Fix]:
        """改成 …: another list in this cell."""
        yield from self.put(typed_text(join_list(items)), why, likely)

    def clear(self, likely: bool = False) -> Iterator[Fix]:
        """清空这一格."""
        if self.place is not None and self.issue.sheet is not None and self.text:
            edit = CellSet(self.issue.sheet, self.place, "")
            yield Fix(Text("清空这一格", "Empty this cell"), (edit,), None, likely)

    def peers(self, name: str) -> Iterator[tuple[int, str]]:
        """Row and text of a field in the other rows of the sheet."""
        page = None if self.part is None else self.document.sheet(self.part.name)
        if page is None or self.part is None or self.place is None:
            return
        for row in self.part.rows:
            cell = self.part.place(row, name)
            if row != self.place[0] and cell is not None:
                yield row, page.text(cell)
