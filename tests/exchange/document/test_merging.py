"""Two people's edits together: cells that only one touched, rows that came and went, and what both touched."""

from exchange.document import Document, DocumentSheet, with_cell, with_rows, with_sheet, without_rows
from exchange.document.merging import merged
from tests.exchange.document.test_changes import JISU, words


def test_cells_that_only_one_touched() -> None:
    mine = with_cell(with_cell(JISU, "教师", "G3", "1"), "学校", "B2", "新校")
    theirs = with_cell(with_cell(JISU, "教师", "G4", "3"), "学校", "B3", "新学期")
    both = merged(JISU, mine, theirs)
    assert both.clashes == ()
    assert both.document == merged(JISU, theirs, mine).document
    assert words(JISU, both.document) == [
        f"改 学校名称 {JISU.sheets[0].text((2, 2))} → 新校",
        f"改 学期 {JISU.sheets[0].text((3, 2))} → 新学期",
        "改 教师02 日课时上限 2 → 1",
        "改 教师03 日课时上限 2 → 3",
    ]


def test_rows_are_found_by_name_although_they_moved() -> None:
    mine = with_cell(JISU, "教师", "G10", "1")
    theirs = without_rows(with_rows(JISU, "教师", 2, [("新人",), ("又一位",)]), "教师", [4])
    both = merged(JISU, mine, theirs)
    assert both.clashes == ()
    assert words(theirs, both.document) == ["改 教师09 日课时上限 2 → 1"]


def test_what_both_touched_is_not_overwritten() -> None:
    mine = with_cell(with_cell(JISU, "教师", "G3", "1"), "教师", "F3", "5")
    theirs = with_cell(JISU, "教师", "G3", "3")
    both = merged(JISU, mine, theirs)
    assert [clash.text.zh for clash in both.clashes] == ["改 教师02 日课时上限 3 → 1"]
    assert words(theirs, both.document) == ["改 教师02 周课时上限 6 → 5"]
    assert merged(JISU, mine, mine).document == mine  # both did the same
    assert merged(JISU, mine, without_rows(JISU, "教师", [3])).clashes != ()


def test_rows_that_one_added_or_removed() -> None:
    mine = without_rows(with_rows(JISU, "教师", 5, [("新人", "语文")]), "教师", [2])
    theirs = with_cell(JISU, "教师", "G9", "1")
    both = merged(JISU, mine, theirs)
    assert both.clashes == ()
    assert words(theirs, both.document) == ["新增 教师 新人", "删除 教师 教师01"]
    touched = merged(JISU, without_rows(JISU, "教师", [9]), theirs)
    assert [clash.text.zh for clash in touched.clashes] == ["删除 教师 教师08"]
    assert touched.document == theirs
    same = merged(JISU, with_rows(JISU, "教师", 2, [("新人", "数学")]), with_rows(JISU, "教师", 2, [("新人", "语文")]))
    assert [clash.text.zh for clash in same.clashes] == ["新增 教师 新人"]


def test_an_edit_is_taken_back_and_later_ones_stay() -> None:
    first = with_cell(JISU, "教师", "G3", "1")
    later = with_cell(with_rows(first, "教师", 2, [("新人",)]), "场地", "C2", "99")
    back = merged(first, JISU, later)
    assert back.clashes == ()
    assert words(JISU, back.document) == ["新增 教师 新人", "改 一1教室 容量 48 → 99"]
    assert merged(first, JISU, with_cell(later, "教师", "G4", "9")).clashes != ()  # the cell (now row 4) changed since


def test_sheets_that_are_not_read_are_taken_as_one_thing() -> None:
    bus = DocumentSheet(name="校车", rows=(("一号车",),))
    both = merged(JISU, with_sheet(JISU, bus), with_cell(JISU, "教师", "G3", "1"))
    assert both.clashes == ()
    assert both.document.sheet("校车") == bus
    assert merged(with_sheet(JISU, bus), JISU, with_sheet(JISU, bus)).document == JISU
    other = with_sheet(JISU, DocumentSheet(name="校车", rows=(("二号车",),)))
    assert merged(JISU, with_sheet(JISU, bus), other).clashes != ()


def test_a_sheet_that_was_missing() -> None:
    without = Document(sheets=tuple(sheet for sheet in JISU.sheets if sheet.name != "锁定"))
    both = merged(without, JISU, with_cell(without, "教师", "G3", "1"))
    assert both.clashes == ()
    assert both.document.sheet("锁定") == JISU.sheet("锁定")
