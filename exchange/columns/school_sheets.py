"""Sheets of the school itself: 学校, 作息, 年级, 走班段, 班级, 任课, 学科."""

from exchange.columns.description import Column, Layout, Sheet
from exchange.columns.reference_cells import GradesCell, OwnClass, OwnGrade, RefCell, RefsCell
from exchange.columns.shared_columns import fixed_slots, identity, whole
from exchange.columns.simple_cells import ChoiceCell, DateCell, TextCell, TimeCell, YesNoCell
from exchange.directory import Kind
from models import Band, Day, Grade, Participation, Patrol, Period, SchoolClass, Settings, SlotKind, Text

CYCLE = ChoiceCell(
    (
        ("1", Text("每周相同", "every week alike"), ("每周", "一周", "1周", "不分单双周", "否", "weekly")),
        ("2", Text("单双周", "odd and even weeks"), ("两周", "2周", "双周", "分单双周", "是", "biweekly")),
    )
)
SLOT_KIND = ChoiceCell(
    (
        (
            SlotKind.HOMEWORK,
            Text("作业辅导", "homework"),
            ("作业", "辅导", "作业辅导课", "学业辅导", "课业辅导", "作业时段"),
        ),
        (SlotKind.CLUB, Text("社团", "clubs"), ("社团活动", "社团课", "社团时段", "兴趣活动", "特色活动")),
        (SlotKind.OFF, Text("无", "none"), ("不开", "没有", "休息", "放学", "-", "/", "×", "closed")),
    )
)
PARTICIPATION = ChoiceCell(
    (
        (Participation.EVERYONE, Text("全员", "everyone"), ("全体", "全部", "全员参加", "全体参加")),
        (Participation.VOLUNTEERS, Text("自愿", "volunteers"), ("自愿参加", "部分", "报名参加")),
    )
)

SCHOOL = Sheet(
    "school",
    Text("学校", "School"),
    Text("学校和学期的基本情况，一行一项，只填“内容”一列。", "The school and the term: one line each; fill in “Value”."),
    (
        Column(
            "school", Text("学校名称", "School name"), Text("印在每一页上。", "Printed on every page."),
            TextCell(Text("学校名称", "the school's name")), ("学校", "校名", "name"), required=True,
        ),
        Column(
            "term", Text("学期", "Term"), Text("如 2026–2027学年第一学期。", "Such as 2026–2027学年第一学期."),
            TextCell(Text("学期名称", "the term's name")), ("学期名称", "学年学期"), required=True,
        ),
        Column(
            "first_day", Text("开学日期", "First day"),
            Text("学期第一天，如 2026-09-01；与放假日期一起填，或都不填。", "First day of the term, or neither date."),
            DateCell(), ("开学", "开始日期", "学期开始"),
        ),
        Column(
            "last_day", Text("放假日期", "Last day"), Text("学期最后一天。", "Last day of the term."),
            DateCell(), ("放假", "结束日期", "学期结束"),
        ),
        Column(
            "cycle", Text("周期", "Cycle"),
            Text("每周课表都一样填“每周相同”；分单周、双周填“单双周”。不填为每周相同。",
                 "Whether all weeks are alike, or odd and even weeks differ. Empty: all alike."),
            CYCLE, ("周循环", "单双周", "周期类型"),
        ),
        whole(
            Patrol, "at_least", Text("每节巡查人数", "Leaders on patrol"),
            Text("每个服务时段至少几位值班领导巡查；不填或 0 为不排巡查。", "Leaders on patrol in each slot; empty or 0: none."),
            "巡查人数",
        ),
        whole(
            Patrol, "spread", Text("巡查次数最多相差", "Patrol spread"),
            Text("一周内两位领导的巡查次数最多相差几次；不填为不限。", "By how much two leaders' patrols a week may differ."),
            "巡查相差",
        ),
        Column(
            "accompany_instructors", Text("外聘须有教师陪同", "Accompany instructors"),
            Text("外聘教师上课时要不要本校教师在场；不填为“是”。", "Whether a teacher is present beside an instructor; empty: yes."),
            YesNoCell(), ("外聘陪同", "陪同"),
        ),
        whole(
            Settings, "pupils_per_adult", Text("师生比", "Pupils per adult"),
            Text("每名成人最多照看几名学生，如 30（也可写 1:30）；不填为不要求。", "Most pupils to an adult, such as 30; empty: not asked for."),
            "每名教师最多学生数", "师生比（每名教师最多学生数）",
        ),
    ),
    Layout.FORM,
    required=True,
    synonyms=("学校信息", "基本信息", "学校基本情况"),
)  # fmt: skip

TIMES = Sheet(
    "times",
    Text("作息", "Times"),
    Text(
        "每天有几节课后服务、几点到几点、每节做什么。各年级一样时“年级”不填；不一样时为这些年级另加一行，那一行没填的日子按不分年级的那一行。",
        "The service periods of the day, their clock times, and what each is for. Leave “Grades” empty where all "
        "grades are alike; add a row for grades that differ (days left empty there are as in the general row).",
    ),
    (
        whole(
            Period, "number", Text("节次", "Period"), Text("放学后第几节，如 1。", "1 = the first period after lessons."),
            "节", "第几节", "课次", required=True, examples=("1", "2"),
        ),
        Column(
            "start", Text("开始", "Start"), Text("如 15:40。", "Such as 15:40."), TimeCell(),
            ("开始时间", "上课", "上课时间"), examples=("15:40", "16:25"), width=9,
        ),
        Column(
            "end", Text("结束", "End"), Text("如 16:20。", "Such as 16:20."), TimeCell(),
            ("结束时间", "下课", "下课时间"), examples=("16:20", "17:05"), width=9,
        ),
        Column(
            "both", Text("时间", "Time"), Text("开始和结束写在一格里，如 15:40—16:20；与“开始”“结束”两列二选一。",
                                               "Start and end in one cell, such as 15:40—16:20, instead of two columns."),
            TextCell(Text("起止时间，如 15:40—16:20", "start and end, such as 15:40—16:20")), ("起止时间", "时间段"), rare=True,
        ),
        Column(
            "grades", Text("年级", "Grades"), Text("不填表示各年级都一样。", "Empty: all grades."),
            GradesCell(), ("适用年级",), width=14,
        ),
        *(
            Column(
                f"day{int(day)}", day.title,
                Text("这一节做什么：作业辅导、社团或无；不填为无。", "homework, clubs or none; empty: none."),
                SLOT_KIND, (f"星期{day.title.zh[1]}", f"礼拜{day.title.zh[1]}", f"{day.title.en}day"),
                examples=(("作业辅导", "社团") if day <= 5 else ()), width=9,
            )
            for day in Day
        ),
    ),
    required=True,
    synonyms=("作息时间", "作息表", "节次", "时段", "服务时段"),
)  # fmt: skip

GRADES = Sheet(
    "grades",
    Text("年级", "Grades"),
    Text("学校的年级，从低到高。不填这张表时，按“班级”表里出现的年级。", "The grades, lowest first. Without this sheet: those of the classes."),
    (
        Column(
            "id", Text("年级", "Grade"), Text("如 一年级、七年级。", "Such as 一年级."), OwnGrade(), ("年级名称",),
            required=True, examples=("一年级",),
        ),
        whole(
            Grade, "number", Text("序号", "Number"),
            Text("一年级为 1，七年级（初一）为 7；不填时按年级名称推算。", "1 = first year of primary school, 7 = first of middle school."),
            "学年", examples=("1",),
        ),
    ),
)  # fmt: skip

BANDS = Sheet(
    "bands",
    Text("走班段", "Bands"),
    Text("哪些年级一起走班上社团。没有走班就不填。", "Grades that walk together to cross-class clubs. Empty: no walking."),
    (
        identity(Text("两个走班段同名时才需要。", "Only where two bands have one name.")),
        Column(
            "name", Text("走班段", "Band"), Text("如 低段、高段、全校。", "Such as 低段, 高段."),
            TextCell(Text("走班段名称", "the band's name")), ("名称", "学段"), required=True, examples=("低段",),
        ),
        Column(
            "grades", Text("年级", "Grades"), Text("一起走班的年级，如 一至三年级。", "Such as 一至三年级."),
            GradesCell(), ("包含年级",), required=True, examples=("一至三年级",), width=16,
        ),
        whole(
            Band, "walking_least", Text("最少走班时段", "Walking slots at least"),
            Text("每周至少几个时段走班；不填为 0。", "Walking slots a week, at least; empty: 0."), "最少走班次数", examples=("1",),
        ),
        whole(
            Band, "walking_most", Text("最多走班时段", "Walking slots at most"),
            Text("每周至多几个时段走班；不填为 5。", "Walking slots a week, at most; empty: 5."), "最多走班次数", examples=("2",),
        ),
        Column(
            "participation", Text("参加方式", "Participation"),
            Text("全员：走班时全班都进社团；自愿：只有报名的学生走班，其余留在本班。不填为全员。",
                 "everyone: the whole class walks; volunteers: the rest stay in class. Empty: everyone."),
            PARTICIPATION, ("参与方式",), examples=("全员",),
        ),
        fixed_slots(
            Text("固定时段", "Fixed slots"),
            Text("已经定好走班时段的填这里，如 周五第2节；不填由系统安排。", "Slots that are settled already; empty: chosen by the solver."),
            "走班时间", examples=("周五第2节",),
        ),
    ),
    synonyms=("走班",),
)  # fmt: skip

CLASSES = Sheet(
    "classes",
    Text("班级", "Classes"),
    Text("每个行政班一行。", "One row per class."),
    (
        Column(
            "id", Text("班级", "Class"), Text("一1、一(1)班、一年级1班都可以。", "一1, 一(1)班 and 一年级1班 are all read."), OwnClass(),
            ("班级名称", "班", "班别"), required=True, examples=("一1",), width=10,
        ),
        Column(
            "grade", Text("年级", "Grade"), Text("不填时按班级名称推算。", "Empty: taken from the class's name."),
            RefCell(Kind.GRADE, Text("“年级”表里的年级", "a grade of sheet 年级")), examples=("一年级",), width=10,
        ),
        whole(
            SchoolClass, "pupils", Text("人数", "Pupils"), Text("参加课后服务的学生人数。", "Pupils who take part in the service."),
            "学生数", "学生人数", "班额", "参加人数", required=True, examples=("42",),
        ),
        Column(
            "class_teacher", Text("班主任", "Class teacher"), Text("“教师”表里的姓名。", "A name of sheet 教师."),
            RefCell(Kind.PERSON, Text("“教师”表里的姓名", "a name of sheet 教师")), ("班主任姓名",), examples=("教师01",),
        ),
        Column(
            "home_room", Text("固定教室", "Home room"),
            Text("“场地”表里的名称；不填时每次另排场地。", "A name of sheet 场地; empty: a room is found each time."),
            RefCell(Kind.ROOM, Text("“场地”表里的名称", "a name of sheet 场地")), ("教室", "本班教室"), examples=("一1教室",), width=14,
        ),
    ),
    required=True,
    synonyms=("班级表", "行政班", "班级信息"),
)  # fmt: skip

TEACHING = Sheet(
    "teaching",
    Text("任课", "Teaching"),
    Text(
        "白天谁教哪个班什么课：一行一个班，一列一门学科，格子里写教师姓名，多人用、隔开。学科列可以自己增减。",
        "Who teaches what to which class by day: a row per class, a column per subject, names in the cells.",
    ),
    (
        Column(
            "class", Text("班级", "Class"), Text("“班级”表里的班级。", "A class of sheet 班级."),
            RefCell(Kind.CLASS, Text("“班级”表里的班级", "a class of sheet 班级")), ("班", "班级名称"), required=True, examples=("一1",),
        ),
        Column(
            "people", Text("语文、数学……", "Subjects"), Text("任课教师姓名。", "Names of teachers."),
            RefsCell(Kind.PERSON, Text("“教师”表里的姓名", "names of sheet 教师")), examples=("教师01",),
        ),
    ),
    Layout.MATRIX,
    synonyms=("任课表", "任课教师", "任课安排"),
)  # fmt: skip

SUBJECTS = Sheet(
    "subjects",
    Text("学科", "Subjects"),
    Text("作业辅导的学科。不填这张表时，按“作业辅导”表里出现的学科。", "Subjects that are tutored. Without this sheet: those of sheet 作业辅导."),
    (
        Column(
            "id", Text("学科", "Subject"), Text("如 语文、数学、趣味阅读。", "Such as 语文, 数学."),
            TextCell(Text("学科名称", "a subject")), ("科目", "学科名称"), required=True, examples=("语文",),
        ),
        Column(
            "written", Text("是否书面", "Written"), Text("有没有书面作业：语文、数学为“是”，趣味阅读为“否”；不填为“是”。",
                                                       "Whether pupils write; empty: yes."),
            YesNoCell(), ("书面", "书面作业"), examples=("是",),
        ),
    ),
    synonyms=("科目",),
)  # fmt: skip

__all__ = ["BANDS", "CLASSES", "GRADES", "SCHOOL", "SUBJECTS", "TEACHING", "TIMES"]
