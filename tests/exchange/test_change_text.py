"""The words of a change mean that change, or there are none and it is written as JSON."""

from typing import Any

import pytest
from hypothesis import given, settings

from exchange.change_fields import data_from, given_fields, object_of
from exchange.change_text import fields_of, text_of
from exchange.columns import Context
from exchange.columns.change_words import WORDS_OF
from exchange.directory import Directory
from exchange.slot_names import SlotBook
from models import CHANGE_KINDS, Language
from tests.builders import tiny_school
from tests.exchange.changes import CHANGES as RANDOM_CHANGES
from tests.models.changes.kinds import CHANGES


def _context(language: Language) -> Context:
    problem = tiny_school()
    return Context(Directory.of(problem), SlotBook(SlotBook.of(problem.week).opened, 2), language)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: str(change.kind))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_simple_changes_are_written_in_words(change: Any, language: Language) -> None:
    words = WORDS_OF[change.kind]
    text = text_of(words, given_fields(words, change), _context(language))
    assert text is not None


@settings(max_examples=300, deadline=None)
@given(change=RANDOM_CHANGES)
def test_words_that_are_written_mean_the_change(change: Any) -> None:
    words, context = WORDS_OF[change.kind], _context("zh")
    thing = object_of(words, change)
    text = text_of(words, given_fields(words, change), context)
    if text is not None and (thing is not None or words.object is None or not words.object.required):
        fields = fields_of(words, text, _context("zh")) if text else {}
        if change.kind == "pupils_grown":
            thing = thing or []
        (data,) = data_from(words, thing, fields)
        assert CHANGE_KINDS[change.kind].model_validate(data) == change
