"""The document that is open, read once: what stands where, and every issue by its sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from exchange.columns import SHEETS
from exchange.document import Document, Part, document_from_json, document_json, document_of, examine, parts_of
from exchange.workbook_read import Examination
from models import Issue, Language
from scheduler.rules import rule_cards
from store import SchoolId, Store, Version
from ui.desk import version_of


@dataclass(frozen=True)
class Looked:
    """A document and what its reader saw."""

    document: Document
    seen: Examination
    parts: tuple[Part, ...]

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Everything that is wrong or odd."""
        return self.seen.reading.issues

    @property
    def language(self) -> Language:
        """In which language its sheets are called: then a new word is written in it too."""
        english = sum(part.name == part.sheet.title.en for part in self.parts)
        return "en" if english * 2 > len(self.parts) else "zh"

    @property
    def rows(self) -> Mapping[str, int]:
        """How many rows of data each sheet has, by key; of a matrix with several columns, how many pupils or names."""
        counts = {part.sheet.key: len(part.rows) for part in self.parts}
        club = next(part for part in self.parts if part.sheet.key == "enrolment")
        page = self.document.sheet(club.name)
        if page is not None and club.is_matrix:
            cells = [page.text((row, c)) for row in club.rows for c in club.others]
            counts["enrolment"] = sum(text.strip().isdecimal() for text in cells)
        return counts

    def part(self, key: str) -> Part:
        """The sheet of this key."""
        return next(part for part in self.parts if part.sheet.key == key)

    def issues_of(self, key: str) -> tuple[Issue, ...]:
        """The issues of a sheet; those of no sheet that is shown stand with the first."""
        names = {part.name for part in self.parts}
        own = self.part(key).name
        first = key == SHEETS[0].key
        return tuple(i for i in self.issues if i.sheet == own or (first and i.sheet not in names))


@st.cache_resource(show_spinner=False, max_entries=12)
def look_at(text: str) -> Looked:
    """Read a stored document. Raises DocumentError."""
    document = document_from_json(text)
    return Looked(document, examine(document, rule_cards()), parts_of(document))


def text_of(version: Version) -> str:
    """The stored document of a version; of one that was saved without, the document of its problem."""
    if version.document:
        return version.document
    return document_json(Document() if version.problem is None else document_of(version.problem, rule_cards()))


def version_text(store: Store, school: str, number: int) -> str:
    """The stored document of a version, by its number."""
    return text_of(version_of(store, SchoolId(school), number))
