"""Sheet 作业辅导."""

from exchange.columns.description import Column, Sheet
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell
from exchange.columns.shared_columns import (
    ANYBODY,
    CLASS_TEACHER,
    NAMED,
    OWN_TEACHERS,
    SKILLED,
    SUBJECT_TEACHERS,
    whole,
)
from exchange.columns.simple_cells import ChoiceCell, YesNoCell
from exchange.directory import Kind
from models import HomeworkQuota, Text

HOMEWORK = Sheet(
    "homework",
    Text("作业辅导", "Homework"),
    Text(
        "每班每周每门学科辅导几节。同一学科给班级写的优先于给年级写的。",
        "Sessions a week per subject; a row for a class wins over its grade's.",
    ),
    (
        Column(
            "whom",
            Text("年级或班级", "Grades or classes"),
            Text("如 一年级、二年级，三至五年级，全校，六1。", "Such as 三至五年级, 全校, 六1."),
            GradesCell(classes_too=True),
            ("年级", "班级", "年级/班级"),
            required=True,
            examples=("三至五年级",),
            width=18,
        ),
        Column(
            "subject",
            Text("学科", "Subject"),
            Text("“学科”表里的学科。", "A subject of sheet 学科."),
            RefCell(Kind.SUBJECT, Text("“学科”表里的学科", "a subject of sheet 学科")),
            ("科目",),
            required=True,
            examples=("语文",),
        ),
        whole(
            HomeworkQuota,
            "times",
            Text("周课时", "Times a week"),
            Text("每班每周几节。", "Sessions a week of each class."),
            "周课时数",
            "每周节数",
            "次数",
            "节数",
            required=True,
            examples=("2",),
        ),
        Column(
            "per_cycle",
            Text("按两周计", "Per two weeks"),
            Text("填“是”表示上面的节数是单双周两周合计；不填为“否”。", "yes: counted over both weeks; empty: no."),
            YesNoCell(),
            ("两周合计",),
            examples=("否",),
        ),
        Column(
            "who",
            Text("辅导教师范围", "Who may tutor"),
            Text("谁可以辅导；不填为本学科教师。", "Who may tutor; empty: teachers of the subject."),
            ChoiceCell((SUBJECT_TEACHERS, OWN_TEACHERS, CLASS_TEACHER, NAMED, ANYBODY, SKILLED)),
            ("教师范围", "辅导范围"),
            examples=("本学科教师",),
            width=20,
        ),
        Column(
            "people",
            Text("指定教师", "Named teachers"),
            Text("范围是“指定教师”时填姓名。", "Names, where the choice is named teachers."),
            RefsCell(Kind.PERSON, Text("“教师”表里的姓名", "names of sheet 教师")),
            ("辅导教师",),
            width=18,
        ),
    ),
    synonyms=("作业辅导课时", "辅导课时", "作业辅导周课时"),
)
