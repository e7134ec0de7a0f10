"""Typesetting with typst: a template of this folder, the facts as JSON, out comes a PDF or a picture of each page."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst

from exchange.handouts.head import FONTS, Data, Head

_FOLDER = Path(__file__).parent


@cache
def _compiler(template: str) -> typst.Compiler:
    """Kept, for it looks through the system's fonts once."""
    return typst.Compiler(input=str(_FOLDER / template), root=str(_FOLDER))


@cache
def has_font() -> bool:
    """Whether this machine has one of the Chinese fonts that the templates ask for."""
    return not set(FONTS).isdisjoint(typst.Fonts().families())


def pdf(template: str, head: Head, sheets: list[Data]) -> bytes:
    """The PDF. The same arguments give the same bytes where the system's fonts are the same."""
    made = _compiler(template).compile(format="pdf", sys_inputs=_inputs(head, sheets), timestamp=_moment(head))
    assert isinstance(made, bytes)  # as for one document
    return made


def pictures(template: str, head: Head, sheets: list[Data], ppi: float = 96) -> list[bytes]:
    """Each page as PNG."""
    made = _compiler(template).compile(format="png", ppi=ppi, sys_inputs=_inputs(head, sheets))
    return [made] if isinstance(made, bytes) else [page for page in made or [] if page is not None]


def _inputs(head: Head, sheets: list[Data]) -> dict[str, str]:
    return {"data": json.dumps({"head": head.data, "sheets": sheets}, ensure_ascii=False)}


def _moment(head: Head) -> datetime:
    day = head.printed
    return datetime(2000, 1, 1, tzinfo=UTC) if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)
