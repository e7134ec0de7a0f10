"""The columns of a list of names, by what schools call them."""

from exchange.columns import Column, Layout, Sheet
from exchange.columns.reference_cells import RefCell, RefsCell
from exchange.columns.simple_cells import TextCell, WholeCell
from exchange.directory import Kind
from models import Text

PUPILS = Sheet(
    "pupils",
    Text("报名名单", "Pupils"),
    Text(
        "一行一名学生；参加几个社团就写几个，或者一个社团一行。不进社团的学生也写上，社团空着，就印在“留在本班”里。",
        "One row per pupil with all clubs, or one row per pupil and club. Pupils in no club may be listed too, with "
        "the club left empty: they stand under “stay”.",
    ),
    (
        Column(
            "name",
            Text("姓名", "Name"),
            Text("学生姓名；同班同名的写上学号。", "Of the pupil; namesakes of a class need their numbers."),
            TextCell(Text("学生姓名", "a pupil's name")),
            ("学生", "学生姓名", "名字", "Pupil"),
            required=True,
            examples=("王小明",),
        ),
        Column(
            "class",
            Text("班级", "Class"),
            Text("“班级”表里的班级；一个班一张表时可以没有这一列，工作表写班名。",
                 "A class; or none, where a sheet is one class and is called so."),
            RefCell(Kind.CLASS, Text("“班级”表里的班级", "a class of sheet 班级")),
            ("班", "班别", "行政班", "所在班级"),
            examples=("三1",),
        ),
        Column(
            "grade",
            Text("年级", "Grade"),
            Text("“班级”一列只写了几班时才需要。", "Only where the class is a bare number."),
            TextCell(Text("年级", "a grade")),
            ("所在年级",),
            rare=True,
        ),
        Column(
            "number",
            Text("学号", "No."),
            Text("可以不填。", "May be left out."),
            TextCell(Text("学号或座号", "a number")),
            ("座号", "学籍号", "班内学号", "Number"),
            examples=("12",),
        ),
        Column(
            "clubs",
            Text("社团", "Club"),
            Text("“社团”表里的走班社团，几个用、隔开；也可以“社团1”“社团2”或“周一”“周三”各一列，"
                 "或每个社团一列、参加的打√。",
                 "Cross-class clubs; also in several columns such as Club 1, Club 2, or Mon, Wed, or a column for each "
                 "club with ticks."),
            RefsCell(Kind.CLUB, Text("“社团”表里的社团", "clubs of sheet 社团")),
            ("社团名称", "报名社团", "课程", "课程名称", "走班社团", "社团课程", "Clubs"),
            examples=("合唱",),
            width=18,
        ),
        Column(
            "group",
            Text("组", "Group"),
            Text("社团有几个教学班时，第几个；不填就按名单次序分。", "Which parallel group; empty: in order."),
            WholeCell(1, 20),
            ("教学班", "第几组", "组别"),
            examples=("1",),
        ),
        Column(
            "days",
            Text("周几", "Days"),
            Text("社团一周几次、只去其中一次的才写，如 周二；不填就是每次都去。",
                 "Only for who goes to some meetings of a club, such as Tue; empty: to all."),
            TextCell(Text("星期，如 周二", "days such as Tue")),
            ("星期", "星期几", "上课日", "活动日", "Day", "Weekday"),
        ),
    ),
    Layout.MATRIX,  # other columns are the school's own business (电话, 家长), or further clubs
    most_rows=20_000,
)  # fmt: skip
