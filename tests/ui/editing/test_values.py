"""Texts as values of a column, and entries as texts: nothing that a column cannot hold is lost."""

from datetime import date, time

import pytest

from exchange.columns import CLASSES, INSTRUCTORS, SCHOOL, TEACHERS, TIMES
from ui.editing.values import CellKind, kind_of, same, text_of, value_of


@pytest.mark.parametrize(
    ("sheet", "field", "texts", "expected"),
    [
        (TEACHERS, "weekly_most", ["6", "", "10"], CellKind.WHOLE),
        (TEACHERS, "weekly_most", ["6", "多"], CellKind.TEXT),  # a number column would not show “多”
        (TEACHERS, "weekly_most", ["99"], CellKind.TEXT),  # above the limit that the column would have
        (TEACHERS, "weekly_most", ["６"], CellKind.TEXT),  # read as 6, but shown as it was typed
        (TEACHERS, "leader", ["有"], CellKind.CHOICE),
        (TEACHERS, "skills", ["合唱、国画"], CellKind.CHOICES),
        (TEACHERS, "unavailable", [], CellKind.CHOICES),
        (TEACHERS, "name", ["王芳"], CellKind.TEXT),
        (CLASSES, "grade", ["一年级"], CellKind.CHOICE),
        (TIMES, "start", ["15:40"], CellKind.TIME),
        (TIMES, "start", ["15：40"], CellKind.TEXT),
        (TIMES, "start", ["五点半"], CellKind.TEXT),
        (SCHOOL, "first_day", ["2026-09-01"], CellKind.DATE),
        (SCHOOL, "first_day", ["2026年9月1日"], CellKind.TEXT),
        (INSTRUCTORS, "record_until", ["2026-09-01"], CellKind.TEXT),  # 长期 may stand there as well
    ],
)
def test_a_column_is_as_narrow_as_all_of_its_texts_allow(
    sheet: object, field: str, texts: list[str], expected: CellKind
) -> None:
    assert kind_of(sheet.column(field), texts) is expected  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("", CellKind.WHOLE, None),
        ("6", CellKind.WHOLE, 6),
        ("合唱、国画", CellKind.CHOICES, ["合唱", "国画"]),
        ("", CellKind.CHOICES, []),
        ('"甲、乙"、丙', CellKind.CHOICES, ["甲、乙", "丙"]),
        ("2026-09-01", CellKind.DATE, date(2026, 9, 1)),
        ("15:40", CellKind.TIME, time(15, 40)),
        ("多", CellKind.TEXT, "多"),
    ],
)
def test_texts_come_back_from_values(text: str, kind: CellKind, value: object) -> None:
    assert value_of(text, kind) == value
    sent = value.isoformat() if isinstance(value, date) else value
    if kind is CellKind.TIME:
        sent = "1970-01-01T15:40:00.000Z"  # as the browser sends it
    assert text_of(sent, kind, ["甲、乙"]) == text


def test_a_pasted_list_is_taken_apart_unless_it_is_a_name() -> None:
    assert text_of(["语文、数学"], CellKind.CHOICES) == "语文、数学"
    assert text_of(["语文", "语文，英语"], CellKind.CHOICES) == "语文、英语"
    assert text_of(["甲、乙"], CellKind.CHOICES, {"甲、乙"}) == '"甲、乙"'
    assert text_of("周三", CellKind.CHOICES) == "周三"


def test_numbers_and_dates_as_the_browser_sends_them() -> None:
    assert text_of(7.0, CellKind.WHOLE) == "7"
    assert text_of(None, CellKind.WHOLE) == ""
    assert text_of("2026-09-01T00:00:00.000Z", CellKind.DATE) == "2026-09-01"


def test_the_document_keeps_its_own_spelling_where_the_table_shows_the_same() -> None:
    assert same("合唱，国画", "合唱、国画", CellKind.CHOICES)
    assert not same("合唱", "国画", CellKind.CHOICES)
    assert not same("6", "６", CellKind.TEXT)
