"""What is wrong with sheet 方案 is named at its cell, all of it at once; what cannot be applied is a warning."""

from pathlib import Path

import pytest

from tests.exchange.scenario_rows import read


def issues(path: Path, *rows: list[object]) -> list[tuple[str | None, str, str]]:
    """(cell, code, Chinese sentence) of what is said of the sheet."""
    found = [issue for issue in read(path, *rows).issues if issue.sheet == "方案"]
    assert all(issue.text.en for issue in found)
    return [(i.cell, i.code, i.text.zh.partition("：")[2]) for i in found]


@pytest.mark.parametrize(
    ("row", "cell", "code", "words"),
    [
        (["甲", None, "场地停", "音乐室", None], "C2", "unknown_choice", "您是不是想写“场地停用”？"),
        (["甲", None, None, "音乐室", None], "C2", "missing_value", "“变更”没有填：请选变更的种类。"),
        (["甲", None, "场地停用", None, "周三"], "D2", "missing_value", "“对象”没有填：应为“场地”表里的名称。"),
        (["甲", None, "场地停用", "音乐室", "星期八"], "E2", "bad_slot", "看不懂“星期八”"),
        (["甲", None, "人员不能排", "王芳", None], "E2", "missing", "的“时段”没有填：应为时段，如 周一第2节"),
        (["甲", None, "人员离岗", "王芳", "周三"], "E2", "unknown_item", "应为空白（这种变更不用填内容）"),
        (["甲", None, "人员调整", "王芳", 99], "E2", "less_than_equal", "的“周课时上限”不能大于 30"),
        (["甲", None, "人员调整", "王芳", "很多"], "E2", "not_a_number", "应为 0–30 的整数（周课时上限），现在是"),
        (["甲", None, "人员调整", "王芳", "4；5"], "E2", "item_twice", "每项只写一次（周课时上限）"),
        (["甲", None, "人员调整", "王芳", "日课时上限"], "E2", "missing_item", "应为“日课时上限”加上它的值"),
        (["甲", None, "社团调整", "合唱", "两次"], "E2", "unknown_item", "写成“名称 值”，名称有：“周次数”、“教学班数”"),
        (["甲", None, "学生增减", None, "很多"], "E2", "not_a_number", "应为百分之几的增减，如 10% 或 -5%"),
        (["甲", None, "学生增减", None, None], "E2", "missing", "的“增减”没有填"),
        (["甲", None, "停开一天", "周八", None], "D2", "unknown_choice", "“对象”应为周一、周二"),
        (["甲", None, "走班调整", "全校", "两三次左右"], "E2", "not_a_number", "或范围如 2–3"),
        (["甲", None, "场地停用", "音乐室", "{3"], "E2", "bad_json", "应为合法的 JSON 对象 { }"),
        (["甲", None, "场地停用", "音乐室", '{"slot": []}'], "E2", "extra_forbidden", "的“slot”是多余的"),
        (["甲", None, "加开社团", "二胡", None], "E2", "missing", "的“所属年级”没有填"),
        (["甲", None, "规则调整", "own_teachers", "关闭"], "D2", "unknown_rule", "是不是“own_teacher”？"),
        (["甲", None, "规则调整", "class_covered", "关闭"], "E2", "strength_not_allowed", "只能是"),
        (["长" * 61, None, None, None, None], "A2", "string_too_long", "“方案”太长，最多 60 个字。"),
        ([None, None, "人员离岗", "王芳", None], "A2", "missing_value", "“方案”没有填"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_at_its_cell(row: list[object], cell: str, code: str, words: str, tmp_path: Path) -> None:
    ((found, was, text),) = issues(tmp_path, row)
    assert (found, was) == (cell, code)
    assert words in text
    assert read(tmp_path, row).scenarios == ()


def test_all_mistakes_at_once_and_no_scenarios_then(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["甲", None, "场地停", "音乐室", None],
        ["甲", "乙", "人员调整", "王芳", "多"],
        ["甲", "丙", "人员离岗", "王芳", None],
    ]
    assert [(cell, code) for cell, code, _ in issues(tmp_path, *rows)] == [
        ("C2", "unknown_choice"),
        ("B3", "known_scenario"),  # a warning
        ("E3", "not_a_number"),
        ("B4", "two_bases"),
    ]


def test_circles_are_an_error_of_the_sheet(tmp_path: Path) -> None:
    found = issues(tmp_path, ["甲", "乙", "人员离岗", "王芳", None], ["乙", "甲", "人员离岗", "李明", None])
    assert found == [(None, "circle", "方案互相为基础，绕成了一圈：甲 → 乙 → 甲。请把其中一个的“基于”去掉。")]


def test_what_cannot_be_applied_is_a_warning_at_its_object(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["甲", None, "场地停用", "音乐厅", None],
        ["乙", "甲。", "人员离岗", "王方", None],
        ["丙", "甲", "人员离岗", "无名氏", None],  # its base cannot be applied, which has been said
        ["丁", None, "增加场地", "琴房", None],
        ["戊", "丁", "场地停用", "琴房", None],  # there is such a room by then
        ["戊", None, "人员离岗", "王方", None],
    ]
    assert issues(tmp_path, *rows) == [
        ("D2", "change_in_vain", "场地停用：没有叫“音乐厅”的场地，是不是“音乐室”？"),
        ("B3", "known_scenario", "这张表里没有叫“甲。”的方案，是不是“甲”？"),
        ("D7", "change_in_vain", "人员离岗：没有叫“王方”的教师，是不是“王芳”？"),
    ]
    reading = read(tmp_path, *rows)
    assert reading.problem is not None
    assert [s.name for s in reading.scenarios] == ["甲", "乙", "丙", "丁", "戊"]
