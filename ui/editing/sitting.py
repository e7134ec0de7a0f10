"""What this session does with a school's document: the tab, the search, the tables as they are, what can be undone."""

from dataclasses import dataclass, field

import streamlit as st

from models import Text
from ui.editing.entering import NewName
from ui.editing.view import View
from ui.marks import Tone

_KEY = "data-sitting"
SEARCH = "data-search"  # what is searched for, in the session


@dataclass
class Shown:
    """A table as it stands in the browser, and what it was made from; made anew, it gets another number."""

    view: View
    made_of: tuple[object, ...]
    number: int


@dataclass(frozen=True)
class Clash:
    """A document that could not be saved, because somebody saved another one meanwhile."""

    base: int  # the version that was edited
    mine: str  # the document as it should have been saved
    note: Text


@dataclass
class Sitting:
    """One school in this session."""

    school: str
    group: str = "school"
    sheets: dict[str, str] = field(default_factory=dict)  # group → the sheet that is open on it
    issues_first: bool = True
    search: str = ""
    only_row: int | None = None
    every_issue: bool = False
    shown: dict[str, Shown] = field(default_factory=dict)  # sheet → its table
    version: int = 0  # the version that is on the screen
    past: list[tuple[int, int]] = field(default_factory=list)  # steps that can be undone: version before, version after
    future: list[tuple[int, int]] = field(default_factory=list)  # steps that were undone
    clash: Clash | None = None
    renamed: NewName | None = None  # that the references follow is offered until the next edit
    renamed_in: int = 0  # the version that gave the new name
    said: tuple[Text, Tone] | None = None  # shown once
    numbered: int = 0

    def table(self, sheet: str, view: View, made_of: tuple[object, ...]) -> Shown:
        """The table of a sheet: the one in the browser, unless it was made from something else."""
        known = self.shown.get(sheet)
        if known is None or known.made_of != made_of:
            self.numbered += 1
            known = self.shown[sheet] = Shown(view, made_of, self.numbered)
        return known


def sitting_of(school: str) -> Sitting:
    """The sitting of a school, begun anew where another school was open."""
    known = st.session_state.get(_KEY)
    if not isinstance(known, Sitting) or known.school != school:
        known = st.session_state[_KEY] = Sitting(school)
    return known


def show_row(sitting: Sitting, row: int) -> None:
    """Show only this row of the open sheet. Called back before a run, so that the search is empty in it."""
    sitting.only_row = row
    st.session_state[SEARCH] = sitting.search = ""


def show_group(sitting: Sitting, group: str, sheet: str | None = None) -> None:
    """Open a tab, and a sheet on it. Called back before a run."""
    sitting.group, sitting.only_row = group, None
    sitting.sheets |= {group: sheet} if sheet is not None else {}
    st.session_state[SEARCH] = sitting.search = ""
