"""Sheet 方案: what would change, one change a row."""

from exchange.columns.change_words import CHANGE_WORDS
from exchange.columns.description import Column, Sheet
from exchange.columns.simple_cells import ChoiceCell, TextCell
from models import CHANGE_KINDS, Text

SCENARIOS = Sheet(
    "scenarios",
    Text("方案", "Scenarios"),
    Text(
        "“如果……会怎样”：想试一试的变更，一行一项；同名的几行合起来是一个方案。不影响按现有数据排课。",
        "“What if”: changes to be tried, one row each; rows of one name are one scenario. The school's own "
        "timetable is made without them.",
    ),
    (
        Column(
            "name",
            Text("方案", "Scenario"),
            Text("方案的名称，每行都写。", "The scenario's name, on every row."),
            TextCell(Text("方案名称", "a scenario's name")),
            ("方案名称", "名称"),
            required=True,
            examples=("会议室维修", "会议室维修", "学生增加"),
            width=16,
        ),
        Column(
            "base",
            Text("基于", "Base"),
            Text("在另一个方案的基础上再改；不填为现有数据。", "Another scenario on which it stands; empty: none."),
            TextCell(Text("另一个方案的名称", "another scenario's name")),
            ("基础", "基础方案", "based on"),
            examples=("", "", "会议室维修"),
            width=14,
        ),
        Column(
            "kind",
            Text("变更", "Change"),
            Text("变更的种类，从列表里选。", "The kind of change, from the list."),
            ChoiceCell(tuple((w.kind, CHANGE_KINDS[w.kind].title, w.synonyms) for w in CHANGE_WORDS)),
            ("变更类型", "变更种类"),
            examples=("场地停用", "人员不能排", "学生增减"),
            width=14,
        ),
        Column(
            "object",
            Text("对象", "Object"),
            Text(
                "变更的是谁、哪里：场地、教师、社团、走班段、学科、规则、年级或星期几。",
                "Who or what changes: a room, person, club, band, subject, rule, grades or day.",
            ),
            TextCell(Text("名称", "a name")),
            ("变更对象",),
            examples=("音乐室", "教师01", "一年级"),
            width=16,
        ),
        Column(
            "content",
            Text("内容", "Content"),
            Text(
                "改成什么，如 周三第2节、10%、尽量；几项写成“名称 值”，用；隔开，如 周课时上限 4；日课时上限 1。"
                "也可以写成 JSON { }。",
                "What it becomes, such as Wed period 2, 10% or prefer; several as “name value”, separated by ; such "
                "as Weekly most 4; Daily most 1. JSON { } is read too.",
            ),
            TextCell(single=False),
            ("变更内容", "具体内容"),
            examples=("周三第2节", "周五", "10%"),
            width=32,
        ),
        Column(
            "note",
            Text("备注", "Notes"),
            Text("为什么试这个方案。", "Why it is tried."),
            TextCell(single=False),
            ("说明", "note"),
            examples=("暑期维修", "", ""),
            width=20,
        ),
    ),
    synonyms=("变更方案", "假设方案", "what if"),
)
