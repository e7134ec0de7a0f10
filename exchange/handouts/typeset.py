"""Typesetting with typst: a template of this folder, the facts as JSON, out comes a PDF or a picture of each page."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst

from exchange.handouts.fonts import FOLDER
from exchange.handouts.head import Data, Head

_FOLDER = Path(__file__).parent


@cache
def fonts(system: bool = True) -> typst.Fonts:
    """The shipped font and, unless they are left out, those of this machine, which are looked through once."""
    return typst.Fonts(include_system_fonts=system, font_paths=[str(FOLDER)])


@cache
def _compiler(template: str, system_fonts: bool = True) -> typst.Compiler:
    """Kept, for what it has read of a template it does not read again."""
    return typst.Compiler(input=str(_FOLDER / template), root=str(_FOLDER), font_paths=fonts(system_fonts))


def pdf(template: str, head: Head, sheets: Sequence[Data], *, system_fonts: bool = True, tagged: bool = True) -> bytes:
    """The PDF. The same arguments give the same bytes; fonts of the system serve what the shipped one lacks.

    Tags let a screen reader follow its tables; a form of empty fields is three times as large with them.
    """
    compiler = _compiler(template, system_fonts)
    made = compiler.compile(format="pdf", sys_inputs=_inputs(head, sheets), timestamp=_moment(head), pdf_tags=tagged)
    assert isinstance(made, bytes)  # as for one document
    return made


def pictures(template: str, head: Head, sheets: Sequence[Data], ppi: float = 96) -> list[bytes]:
    """Each page as PNG, `ppi` pixels to an inch of paper."""
    made = _compiler(template).compile(format="png", ppi=ppi, sys_inputs=_inputs(head, sheets))
    return [made] if isinstance(made, bytes) else [page for page in made or [] if page is not None]


def _inputs(head: Head, sheets: Sequence[Data]) -> dict[str, str]:
    return {"data": json.dumps({"head": head.data, "sheets": sheets}, ensure_ascii=False)}


def _moment(head: Head) -> datetime:
    day = head.printed
    return datetime(2000, 1, 1, tzinfo=UTC) if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)
