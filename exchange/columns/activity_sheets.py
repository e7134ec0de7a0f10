"""Sheets 班级活动 and 社团报名."""

from exchange.columns.description import Column, Layout, Sheet
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell
from exchange.columns.shared_columns import (
    ANYBODY,
    CLASS_TEACHER,
    NAMED,
    OWN_TEACHERS,
    SKILLED,
    SUBJECT_TEACHERS,
    fixed_slots,
    identity,
    parity,
    whole,
)
from exchange.columns.simple_cells import ChoiceCell, TextCell, WholeCell
from exchange.directory import Kind
from models import ClassActivity, Text

_SKILLS = RefsCell(Kind.SKILL, Text("专长", "skills"))

ACTIVITIES = Sheet(
    "activities",
    Text("班级活动", "Class activities"),
    Text(
        "有名称的班级社团或班级活动（绘本故事、安全教育……），一行一种。",
        "Named activities of a single class, one row each.",
    ),
    (
        identity(Text("两个活动同名时才需要。", "Only where two activities have one name.")),
        Column(
            "name",
            Text("活动名称", "Activity"),
            Text("如 绘本故事。", "Such as 绘本故事."),
            TextCell(Text("活动名称", "an activity's name")),
            ("名称", "活动", "班级社团"),
            required=True,
            examples=("绘本故事",),
            width=14,
        ),
        Column(
            "whom",
            Text("年级或班级", "Grades or classes"),
            Text("哪些年级或班级有这项活动。", "Who has it, such as 一至二年级."),
            GradesCell(classes_too=True),
            ("年级", "班级", "年级/班级"),
            required=True,
            examples=("一至二年级",),
            width=18,
        ),
        whole(
            ClassActivity,
            "meetings",
            Text("周次数", "Meetings"),
            Text("每班每周几次；不填为 1。", "Meetings a week of each class; empty: 1."),
            "每周次数",
            "次数",
            examples=("1",),
        ),
        Column(
            "who",
            Text("带班教师范围", "Who may lead"),
            Text("谁可以带；不填为全体教师。", "Who may lead; empty: every teacher."),
            ChoiceCell((ANYBODY, CLASS_TEACHER, OWN_TEACHERS, NAMED, SKILLED, SUBJECT_TEACHERS)),
            ("教师范围", "带班教师"),
            examples=("班主任",),
            width=20,
        ),
        Column(
            "people",
            Text("指定教师", "Named teachers"),
            Text("范围是“指定教师”时填姓名。", "Names, where the choice is named teachers."),
            RefsCell(Kind.PERSON, Text("“教师”表里的姓名", "names of sheet 教师")),
            width=18,
        ),
        Column(
            "skills",
            Text("专长", "Skills"),
            Text("范围是“有专长的教师”时填专长。", "Skills, where they decide."),
            _SKILLS,
            ("所需专长",),
            width=14,
        ),
        fixed_slots(
            Text("上课时间", "Fixed slots"),
            Text("已经定好的时段；不填由系统安排。", "If given, only in these slots."),
            "活动时间",
            "时间",
            "固定时段",
        ),
        parity(Text("每周，还是只在单周或双周；不填为每周。", "Every week, or only in odd or even weeks.")),
        Column(
            "intro",
            Text("简介", "Introduction"),
            Text("活动内容。", "What it is about."),
            TextCell(single=False),
            ("内容",),
            width=24,
        ),
    ),
    synonyms=("班级社团", "班级课程"),
)

ENROLMENT = Sheet(
    "enrolment",
    Text("社团报名", "Enrolment"),
    Text(
        "已知的报名人数，没有就不填。一行一个社团、一列一个班级；也可以只用“社团、班级、人数”三列，一行一条。",
        "Pupils of each class in each club, where known: a row per club and a column per class, or three "
        "columns Club, Class, Pupils.",
    ),
    (
        Column(
            "club",
            Text("社团", "Club"),
            Text("“社团”表里的走班社团。", "A cross-class club."),
            RefCell(Kind.CLUB, Text("“社团”表里的社团", "a club of sheet 社团")),
            ("社团名称", "名称"),
            required=True,
            examples=("合唱",),
            width=14,
        ),
        Column(
            "class",
            Text("班级", "Class"),
            Text("“班级”表里的班级。", "A class of sheet 班级."),
            RefCell(Kind.CLASS, Text("“班级”表里的班级", "a class of sheet 班级")),
            ("班",),
            required=True,
            examples=("三1",),
            width=10,
        ),
        Column(
            "pupils",
            Text("人数", "Pupils"),
            Text("这个班报名的人数。", "Pupils of the class who joined."),
            WholeCell(0, 99),
            ("报名人数", "学生数"),
            required=True,
            examples=("6",),
            width=10,
        ),
    ),
    Layout.MATRIX,
    most_rows=20_000,  # one row per club and class
    synonyms=("报名", "报名人数", "社团报名表"),
)
