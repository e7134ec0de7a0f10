"""Sheets of classes and what they are taught: 班级, 任课, 学科."""

from exchange.columns.description import Column, Layout, Sheet
from exchange.columns.reference_cells import OwnClass, RefCell, RefsCell
from exchange.columns.shared_columns import whole
from exchange.columns.simple_cells import TextCell, YesNoCell
from exchange.directory import Kind
from models import SchoolClass, Text

CLASSES = Sheet(
    "classes",
    Text("班级", "Classes"),
    Text("每个行政班一行。", "One row per class."),
    (
        Column(
            "id",
            Text("班级", "Class"),
            Text("一1、一(1)班、一年级1班都可以。", "一1, 一(1)班 and 一年级1班 are all read."),
            OwnClass(),
            ("班级名称", "班", "班别"),
            required=True,
            examples=("一1",),
            width=10,
        ),
        Column(
            "grade",
            Text("年级", "Grade"),
            Text("不填时按班级名称推算。", "Empty: taken from the class's name."),
            RefCell(Kind.GRADE, Text("“年级”表里的年级", "a grade of sheet 年级")),
            examples=("一年级",),
            width=10,
        ),
        whole(
            SchoolClass,
            "pupils",
            Text("人数", "Pupils"),
            Text("参加课后服务的学生人数。", "Pupils who take part in the service."),
            "学生数",
            "学生人数",
            "班额",
            "参加人数",
            required=True,
            examples=("42",),
        ),
        Column(
            "class_teacher",
            Text("班主任", "Class teacher"),
            Text("“教师”表里的姓名。", "A name of sheet 教师."),
            RefCell(Kind.PERSON, Text("“教师”表里的姓名", "a name of sheet 教师")),
            ("班主任姓名",),
            examples=("教师01",),
        ),
        Column(
            "home_room",
            Text("固定教室", "Home room"),
            Text("“场地”表里的名称；不填时每次另排场地。", "A name of sheet 场地; empty: a room is found each time."),
            RefCell(Kind.ROOM, Text("“场地”表里的名称", "a name of sheet 场地")),
            ("教室", "本班教室"),
            examples=("一1教室",),
            width=14,
        ),
    ),
    required=True,
    synonyms=("班级表", "行政班", "班级信息"),
)

TEACHING = Sheet(
    "teaching",
    Text("任课", "Teaching"),
    Text(
        "白天谁教哪个班什么课：一行一个班，一列一门学科，格子里写教师姓名，多人用、隔开。学科列可以自己增减。",
        "Who teaches what to which class by day: a row per class, a column per subject, names in the cells.",
    ),
    (
        Column(
            "class",
            Text("班级", "Class"),
            Text("“班级”表里的班级。", "A class of sheet 班级."),
            RefCell(Kind.CLASS, Text("“班级”表里的班级", "a class of sheet 班级")),
            ("班", "班级名称"),
            required=True,
            examples=("一1",),
        ),
        Column(
            "people",
            Text("语文、数学……", "Subjects"),
            Text("任课教师姓名。", "Names of teachers."),
            RefsCell(Kind.PERSON, Text("“教师”表里的姓名", "names of sheet 教师")),
            examples=("教师01",),
        ),
    ),
    Layout.MATRIX,
    synonyms=("任课表", "任课教师", "任课安排"),
)

SUBJECTS = Sheet(
    "subjects",
    Text("学科", "Subjects"),
    Text(
        "作业辅导的学科。不填这张表时，按“作业辅导”表里出现的学科。",
        "Subjects that are tutored. Without this sheet: those of sheet 作业辅导.",
    ),
    (
        Column(
            "id",
            Text("学科", "Subject"),
            Text("如 语文、数学、趣味阅读。", "Such as 语文, 数学."),
            TextCell(Text("学科名称", "a subject")),
            ("科目", "学科名称"),
            required=True,
            examples=("语文",),
        ),
        Column(
            "written",
            Text("是否书面", "Written"),
            Text("有没有书面作业：语文、数学为“是”，趣味阅读为“否”；不填为“是”。", "Whether pupils write; empty: yes."),
            YesNoCell(),
            ("书面", "书面作业"),
            examples=("是",),
        ),
    ),
    synonyms=("科目",),
)
