"""Sheets 年级 and 走班段."""

from exchange.columns.description import Column, Sheet
from exchange.columns.reference_cells import GradesCell, OwnGrade
from exchange.columns.shared_columns import fixed_slots, identity, whole
from exchange.columns.simple_cells import ChoiceCell, TextCell
from models import Band, Grade, Participation, Text

PARTICIPATION = ChoiceCell(
    (
        (Participation.EVERYONE, Text("全员", "everyone"), ("全体", "全部", "全员参加", "全体参加")),
        (Participation.VOLUNTEERS, Text("自愿", "volunteers"), ("自愿参加", "部分", "报名参加")),
    )
)

GRADES = Sheet(
    "grades",
    Text("年级", "Grades"),
    Text(
        "学校的年级，从低到高。不填这张表时，按“班级”表里出现的年级。",
        "The grades, lowest first. Without this sheet: those of the classes.",
    ),
    (
        Column(
            "id",
            Text("年级", "Grade"),
            Text("如 一年级、七年级。", "Such as 一年级."),
            OwnGrade(),
            ("年级名称",),
            required=True,
            examples=("一年级",),
        ),
        whole(
            Grade,
            "number",
            Text("序号", "Number"),
            Text(
                "一年级为 1，七年级（初一）为 7；不填时按年级名称推算。",
                "1 = first year of primary school, 7 = first of middle school.",
            ),
            "学年",
            examples=("1",),
        ),
    ),
)

BANDS = Sheet(
    "bands",
    Text("走班段", "Bands"),
    Text(
        "哪些年级一起走班上社团。没有走班就不填。", "Grades that walk together to cross-class clubs. Empty: no walking."
    ),
    (
        identity(Text("两个走班段同名时才需要。", "Only where two bands have one name.")),
        Column(
            "name",
            Text("走班段", "Band"),
            Text("如 低段、高段、全校。", "Such as 低段, 高段."),
            TextCell(Text("走班段名称", "the band's name")),
            ("名称", "学段"),
            required=True,
            examples=("低段",),
        ),
        Column(
            "grades",
            Text("年级", "Grades"),
            Text("一起走班的年级，如 一至三年级。", "Such as 一至三年级."),
            GradesCell(),
            ("包含年级",),
            required=True,
            examples=("一至三年级",),
            width=16,
        ),
        whole(
            Band,
            "walking_least",
            Text("最少走班时段", "Walking slots at least"),
            Text("每周至少几个时段走班；不填为 0。", "Walking slots a week, at least; empty: 0."),
            "最少走班次数",
            examples=("1",),
        ),
        whole(
            Band,
            "walking_most",
            Text("最多走班时段", "Walking slots at most"),
            Text("每周至多几个时段走班；不填为 5。", "Walking slots a week, at most; empty: 5."),
            "最多走班次数",
            examples=("2",),
        ),
        Column(
            "participation",
            Text("参加方式", "Participation"),
            Text(
                "全员：走班时全班都进社团；自愿：只有报名的学生走班，其余留在本班。不填为全员。",
                "everyone: the whole class walks; volunteers: the rest stay in class. Empty: everyone.",
            ),
            PARTICIPATION,
            ("参与方式",),
            examples=("全员",),
        ),
        fixed_slots(
            Text("固定时段", "Fixed slots"),
            Text(
                "已经定好走班时段的填这里，如 周五第2节；不填由系统安排。",
                "Slots that are settled already; empty: chosen by the solver.",
            ),
            "走班时间",
            examples=("周五第2节",),
        ),
    ),
    synonyms=("走班",),
)
