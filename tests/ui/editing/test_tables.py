"""What a table shows and what an entry in it does to the document: rows, new rows, picked rows, pasted rows."""

import pandas as pd

from exchange.columns import SHEETS, Layout
from exchange.directory import Kind
from exchange.document import changes_between, examine, with_cell, with_cells, with_rows
from exchange.document.naming import references, with_name_followed
from scheduler.rules import rule_cards
from tests.ui.editing.schools import BROKEN, JISU, part
from ui.editing.entering import PICK, NewName, entered, pasted, picked, renamed, without_picked
from ui.editing.frame import ISSUE, ROW, frame_of, issue_texts, texts_of
from ui.editing.values import CellKind
from ui.editing.view import NEW, View, view_of

ISSUES = examine(BROKEN, rule_cards()).reading.issues
TEACHERS = part(JISU, "teachers")
VIEW = view_of(JISU, TEACHERS)


def words(document: object, before: object = JISU) -> list[str]:
    """The changes in Chinese."""
    return [change.text.zh for change in changes_between(before, document)]  # type: ignore[arg-type]


def test_rows_with_issues_come_first_errors_before_warnings() -> None:
    issues = [issue for issue in ISSUES if issue.sheet == "外聘教师"]
    teachers = part(BROKEN, "instructors")
    assert view_of(BROKEN, teachers, issues).rows[:4] == (4, 7, 5, 2)
    assert view_of(BROKEN, teachers, issues, issues_first=False).rows[:4] == (2, 3, 4, 5)


def test_search_and_one_row() -> None:
    rows = view_of(JISU, TEACHERS, search="数学 教师13").rows
    assert [JISU.sheet("教师").rows[row - 1][0] for row in rows] == ["教师13"]  # type: ignore[union-attr]
    assert view_of(JISU, TEACHERS, only_row=12).rows == (12,)
    assert view_of(JISU, TEACHERS, search="没有这个词").rows == ()


def test_every_sheet_has_a_frame_whose_cells_are_the_documents() -> None:
    for document, issues in ((JISU, ()), (BROKEN, ISSUES)):
        for sheet in SHEETS:
            if sheet.layout is Layout.FORM:
                continue
            here = part(document, sheet.key)
            view = view_of(document, here, [issue for issue in issues if issue.sheet == here.name])
            frame = frame_of(document, here, view, issues, "zh")
            assert len(frame) == len(view.rows)
            assert entered(document, view, _echo(frame, view)).document == document  # what is shown says what is there


def _echo(frame: pd.DataFrame, view: View) -> dict[int, dict[str, object]]:
    """Every cell entered once more as it is shown."""

    def sent(value: object, kind: CellKind) -> object:
        if isinstance(value, list):
            return value
        if pd.isna(value):  # type: ignore[call-overload]
            return None
        return f"1970-01-01T{value}" if kind is CellKind.TIME else str(value) if kind is CellKind.DATE else value

    return {
        line: {column.key: sent(frame[column.key].iloc[line], column.kind) for column in view.columns}
        for line in range(len(view.rows))
    }


def test_issues_stand_beside_their_row_without_saying_where() -> None:
    said = issue_texts([issue for issue in ISSUES if issue.sheet == "教师"], "zh")
    assert said[6] == "✕ “周课时上限”不能大于 30：应为 0–30 的整数，现在是“99”。"
    english = issue_texts([issue for issue in ISSUES if issue.sheet == "外聘教师"], "en")
    assert english[5].startswith("！ no club asks")
    teachers = part(BROKEN, "teachers")
    view = view_of(BROKEN, teachers, [issue for issue in ISSUES if issue.sheet == "教师"])
    frame = frame_of(BROKEN, teachers, view, [issue for issue in ISSUES if issue.sheet == "教师"], "zh")
    assert list(frame.columns[:3]) == [ROW, PICK, ISSUE]
    assert frame[ISSUE].iloc[0] == said[6]
    assert frame[ISSUE].iloc[5] == ""


def test_a_merged_cell_shows_the_ranges_text_in_each_row() -> None:
    sheet = JISU.sheet("教师")
    assert sheet is not None
    merged = JISU.model_copy(
        update={"sheets": tuple(s.model_copy(update={"merged": ("B2:B3",)}) if s is sheet else s for s in JISU.sheets)}
    )
    merged = with_cell(merged, "场地", "B2", "室内")
    here = part(merged, "teachers")
    view = view_of(merged, here)
    subjects = view.column("subjects")
    assert subjects is not None
    assert texts_of(merged, here, view, subjects)[:2] == [sheet.text((2, 2))] * 2


def test_an_entry_changes_its_cell() -> None:
    made = entered(JISU, VIEW, {1: {"skills": ["书法", "国画"], "weekly_most": 5, "leader": "是", "name": None}})
    assert words(made.document) == [
        "清空 教师02 姓名（原为 教师02）",
        "改 教师02 专长 手工 → 书法、国画",
        "改 教师02 值班领导 否 → 是",
        "改 教师02 周课时上限 6 → 5",
    ]
    assert made.view == VIEW
    assert entered(made.document, VIEW, {1: {"weekly_most": 5}}).document == made.document  # sent again with the next


def test_a_pasted_list_is_taken_apart_and_then_the_browser_shows_otherwise() -> None:
    made = entered(JISU, VIEW, {1: {"subjects": ["语文、数学"]}})
    assert words(made.document) == ["改 教师02 学科 语文 → 语文、数学"]
    assert not made.as_shown
    assert entered(JISU, VIEW, {1: {"subjects": ["语文", "数学"]}}).as_shown


def test_an_entry_in_an_empty_line_makes_a_row_and_the_line_is_that_row_from_then_on() -> None:
    line = VIEW.rows.index(NEW)
    made = entered(JISU, VIEW, {line: {"name": "新人"}})
    assert words(made.document) == ["新增 教师 新人"]
    assert made.view.rows[line] == 26
    assert made.view.rows.count(NEW) == VIEW.rows.count(NEW) - 1
    more = entered(made.document, made.view, {line: {"name": "新人", "subjects": ["语文"]}})
    assert words(more.document, made.document) == ["填 新人 学科 语文"]
    assert entered(JISU, VIEW, {line: {"name": None}}).document == JISU


def test_a_new_row_stands_above_a_sum() -> None:
    document = with_cells(JISU, "教师", {(26, 1): "合计", (26, 6): "140"})
    here = part(document, "teachers")
    view = view_of(document, here)
    made = entered(document, view, {view.rows.index(NEW): {"name": "新人"}}).document
    sheet = made.sheet("教师")
    assert sheet is not None
    assert (sheet.text((26, 1)), sheet.text((27, 1))) == ("新人", "合计")


def test_what_looks_like_a_formula_is_text() -> None:
    made = entered(JISU, VIEW, {0: {"name": "=1+1"}}).document
    assert made.sheet("教师").text((2, 1)) == "'=1+1"  # type: ignore[union-attr]


def test_a_column_that_the_sheet_lacks_is_made_by_the_first_entry() -> None:
    sheet = JISU.sheet("教师")
    assert sheet is not None
    short = JISU.model_copy(
        update={
            "sheets": tuple(
                s.model_copy(update={"rows": tuple(row[:3] for row in s.rows)}) if s is sheet else s
                for s in JISU.sheets
            )
        }
    )
    view = view_of(short, part(short, "teachers"))
    assert next(column.key for column in view.columns if column.number is None) == "leader"
    made = entered(short, view, {0: {"leader": "是"}, 1: {"leader": "否"}}).document
    page = made.sheet("教师")
    assert page is not None
    assert [row[3] for row in page.rows[:3]] == ["值班领导", "是", "否"]


def test_rules_can_be_set_but_not_renamed() -> None:
    rules = part(JISU, "rules")
    view = view_of(JISU, rules)
    assert NEW not in view.rows
    made = entered(JISU, view, {0: {"title": "别的", "rule": "x", "strength": "关闭"}}).document
    assert [change.column.zh for change in changes_between(JISU, made)] == ["做法"]


def test_picked_rows_go() -> None:
    entries = {0: {PICK: True}, 2: {PICK: True}, 3: {PICK: False}, 99: {PICK: True}, VIEW.rows.index(NEW): {PICK: True}}
    assert picked(entries, VIEW) == (2, 4)
    assert words(without_picked(JISU, VIEW, (2, 4))) == ["删除 教师 教师01", "删除 教师 教师03"]
    assert entered(JISU, VIEW, entries).document == JISU


def test_pasted_rows_are_added_in_the_order_of_the_columns() -> None:
    made = pasted(JISU, VIEW, "甲\t语文\t合唱\t否\n\n乙\t数学\n")
    assert words(made) == ["新增 教师 甲", "新增 教师 乙"]
    page = made.sheet("教师")
    assert page is not None
    assert page.rows[-2:] == (("甲", "语文", "合唱", "否"), ("乙", "数学"))


def test_matrices_are_tables_too() -> None:
    teaching = part(JISU, "teaching")
    view = view_of(JISU, teaching)
    assert [column.kind for column in view.columns[:3]] == [CellKind.CHOICE, CellKind.CHOICES, CellKind.CHOICES]
    made = entered(JISU, view, {0: {"c2": ["教师02", "教师03"]}}).document
    assert words(made) == ["改 一1 语文 教师01 → 教师02、教师03"]


def test_a_new_name_is_offered_to_what_refers_to_the_old_one() -> None:
    entries = {0: {"name": "王老师"}}
    made = entered(JISU, VIEW, entries).document
    new = renamed(JISU, made, VIEW, entries)
    assert new is not None
    assert (new.kind, new.old, new.new) == (Kind.PERSON, "教师01", "王老师")
    assert new.cells == sum(map(len, references(made, Kind.PERSON, "教师01").values()))
    followed = with_name_followed(made, Kind.PERSON, "教师01", "王老师")
    assert references(followed, Kind.PERSON, "教师01") == {}
    assert examine(followed, rule_cards()).reading.problem is not None
    assert renamed(JISU, made, VIEW, {0: {"skills": ["x"]}}) is None
    assert renamed(JISU, JISU, VIEW, entries) is None  # not done, so nothing follows
    twin = with_rows(made, "教师", 3, [("教师01", "语文")])
    assert renamed(JISU, twin, VIEW, entries) is None  # somebody is still called so


def test_names_in_lists_grades_and_headings_follow() -> None:
    classes = with_name_followed(with_cell(JISU, "班级", "A2", "一年级甲班"), Kind.CLASS, "一1", "一年级甲班")
    assert references(classes, Kind.CLASS, "一1") == {}
    subject = with_name_followed(JISU, Kind.SUBJECT, "语文", "国语")
    assert subject.sheet("任课").text((1, 2)) == "国语"  # type: ignore[union-attr]
    assert "国语" in subject.sheet("教师").text((2, 2))  # type: ignore[union-attr]
    assert isinstance(NewName(Kind.CLASS, "a", "b", 1), NewName)
