"""What may be chosen is shown in the language of the screen, and written in that of the document."""

from typing import Any

import pytest

from exchange.columns import BANDS, CLASSES, SCHOOL, TEACHERS
from exchange.document import examine
from scheduler.rules import rule_cards
from tests.ui.editing.schools import JISU
from ui.editing.choosing import words_of
from ui.editing.settings import settings
from ui.editing.values import CellKind
from ui.editing.view import ViewColumn

CONTEXT = examine(JISU, rule_cards()).context


def test_words_of_lists_are_translated_and_names_are_not() -> None:
    assert words_of(TEACHERS.column("leader"), CONTEXT, "zh", "en") == {"是": "yes", "否": "no"}
    cycle = words_of(SCHOOL.column("cycle"), CONTEXT, "zh", "en")
    assert cycle["每周相同"] == "every week alike"
    grades = words_of(BANDS.column("grades"), CONTEXT, "zh", "en")
    assert grades["一年级"] == "一年级"
    assert grades["全校"] == "whole school"
    slots = words_of(TEACHERS.column("unavailable"), CONTEXT, "zh", "en")
    assert slots["周三第2节"] == "Wed period 2"
    assert slots["周三"] == "Wed"
    assert words_of(CLASSES.column("pupils"), CONTEXT, "zh", "en") == {}
    assert words_of(None, CONTEXT, "zh", "en") == {}


def test_a_reader_of_the_documents_language_sees_what_stands_there() -> None:
    for field in ("leader", "unavailable", "skills"):
        words = words_of(TEACHERS.column(field), CONTEXT, "zh", "zh")
        assert words
        assert all(word == shown for word, shown in words.items())


def test_the_table_says_it_in_english_and_sends_the_documents_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.editing.settings.language", lambda: "en")
    leader = TEACHERS.column("leader")
    column = ViewColumn("leader", leader.title, None, leader, CellKind.CHOICE)
    made: Any = settings([(column, ["是", "有"])], CONTEXT, "zh", troubled=False)["leader"]
    assert made["type_config"]["options"] == [
        {"value": "是", "label": "yes"},
        {"value": "否", "label": "no"},
        {"value": "有", "label": "有"},  # another word for yes, which the school typed, stays its own
    ]
