"""Where a command speaks: results on stdout, everything else on stderr, in one language."""

import os
from collections.abc import Iterable

import typer
from rich.console import Console, RenderableType
from rich.text import Text as Line

from models.text import Language, Text

_PAGE = 110  # columns of a file or a pipe, which have no width of their own


class Screen:
    """The two streams of a command, and its language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.out = _console(stderr=False)
        self.err = _console(stderr=True)

    def say(self, text: Text, style: str = "") -> None:
        """A sentence of the result."""
        self.out.print(Line(text.in_language(self.language), style=style), soft_wrap=True)

    def note(self, text: Text, style: str = "") -> None:
        """A sentence beside the result."""
        self.err.print(Line(text.in_language(self.language), style=style), soft_wrap=True)

    def notes(self, texts: Iterable[tuple[Text, str]]) -> None:
        """Several sentences beside the result, each with its style."""
        for text, style in texts:
            self.note(text, style)

    def show(self, *drawn: RenderableType) -> None:
        """Tables and the like, with the result."""
        for each in drawn:
            self.out.print(each)


def screen_of(context: typer.Context) -> Screen:
    """The screen of the command that runs."""
    screen = context.find_object(Screen)
    assert screen is not None
    return screen


def _console(stderr: bool) -> Console:
    # No markup, no emoji codes: names are printed as the school wrote them, whatever brackets they have.
    console = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PAGE
    return console
