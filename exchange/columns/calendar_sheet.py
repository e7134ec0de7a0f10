"""Sheet 校历: what is out of the ordinary on the term's dates."""

from exchange.columns.description import Column, Sheet
from exchange.columns.reference_cells import GradesCell
from exchange.columns.simple_cells import ChoiceCell, TextCell, TimeCell
from exchange.columns.term_cells import PeriodsCell, TermDateCell
from models import Day, Text

ENTRY = ChoiceCell(
    (
        ("holiday", Text("放假", "holiday"), ("假期", "节假日", "法定节假日", "法定假日", "补假")),
        ("make_up", Text("调休上课", "make-up day"), ("补班", "补课日", "调休上课日", "补班上课", "调休补课")),
        ("no_service", Text("停课", "no service"), ("暂停", "半天", "半日", "考试", "活动日", "停课后服务")),
        ("clock", Text("作息调整", "clock times"), ("作息", "冬季作息", "夏季作息", "时间调整")),
        ("parity", Text("单双周", "odd or even"), ("单双周调整", "周次调整")),
    )
)
WEEK = ChoiceCell(
    (
        ("1", Text("单周", "odd week"), ("单", "奇数周", "odd")),
        ("2", Text("双周", "even week"), ("双", "偶数周", "even")),
    )
)
WEEKDAY = ChoiceCell(
    tuple((str(int(d)), d.title, (f"星期{d.title.zh[1]}", f"礼拜{d.title.zh[1]}", d.name)) for d in Day)
)

CALENDAR = Sheet(
    "calendar",
    Text("校历", "Calendar"),
    Text(
        "学期里和平常不一样的日子，一行一条：放假、调休上课、停课（期末考试、运动会、艺术节、只上半天……）、作息调整、"
        "单双周。以这张表为准；开学和放假日期在“学校”表。",
        "Days of the term that are out of the ordinary, one row each: holidays, make-up days, no service (exams, "
        "sports meet, half days), other clock times, odd or even weeks. This sheet is the truth; the term's first and "
        "last day stand on sheet 学校.",
    ),
    (
        Column(
            "kind",
            Text("类型", "Kind"),
            Text(
                "放假：不上学；调休上课：周末上学，按另一天的课表；停课：上学，但没有课后服务。",
                "holiday: no school; make-up day: school as on another weekday; no service: school, no clubs.",
            ),
            ENTRY,
            ("类别", "事项"),
            required=True,
            examples=("放假", "调休上课", "停课"),
        ),
        Column(
            "first",
            Text("从", "From"),
            Text(
                "哪一天，或从哪一天起：2026-10-01、10月1日都可以；也可以写 10月1日-7日。",
                "The day, or the first day; 2026-10-01 to 2026-10-07 may stand here together.",
            ),
            TermDateCell(spans=True),
            ("日期", "开始日期", "起", "date"),
            required=True,
            examples=("2026-10-01", "2026-10-10", "2026-11-05"),
        ),
        Column(
            "last",
            Text("到", "To"),
            Text(
                "到哪一天为止；只有一天就不填；作息调整不填表示直到学期结束。",
                "The last day; empty: one day only; of clock times: until the end of the term.",
            ),
            TermDateCell(),
            ("结束日期", "止", "至"),
            examples=("2026-10-07",),
        ),
        Column(
            "runs_as",
            Text("按星期几上", "Runs as"),
            Text("调休上课那天按星期几的课表上，由学校定。", "Make-up days: the weekday whose timetable runs."),
            WEEKDAY,
            ("按周几上", "上星期几的课", "星期", "课表"),
            examples=("", "周三"),
        ),
        Column(
            "week",
            Text("单双周", "Week"),
            Text(
                "这一天（这几天）算单周还是双周；不填就按学期第几周算。",
                "Whether the days count as an odd or even week; empty: as the week of the term says.",
            ),
            WEEK,
            ("周次", "单周双周"),
            width=9,
        ),
        Column(
            "periods",
            Text("节次", "Periods"),
            Text(
                "停课：停哪几节，不填为整天；作息调整：哪一节。",
                "No service: the periods that are lost, empty: all; clock times: the period.",
            ),
            PeriodsCell(),
            ("节", "第几节"),
            width=9,
        ),
        Column(
            "grades",
            Text("年级", "Grades"),
            Text("停课的年级；不填为全校。", "Grades without service; empty: all."),
            GradesCell(),
            ("适用年级",),
            examples=("", "", "六年级"),
            width=14,
        ),
        Column(
            "start",
            Text("开始", "Start"),
            Text("作息调整：几点开始。", "Clock times: when the period starts."),
            TimeCell(),
            ("开始时间",),
            width=9,
        ),
        Column(
            "end",
            Text("结束", "End"),
            Text("作息调整：几点结束。", "Clock times: when the period ends."),
            TimeCell(),
            ("结束时间",),
            width=9,
        ),
        Column(
            "note",
            Text("说明", "Note"),
            Text("节日或活动的名称，印在课表上。", "Name of the holiday or event, as printed."),
            TextCell(Text("名称", "a name")),
            ("名称", "原因", "备注"),
            examples=("国庆节", "补 10 月 7 日", "毕业考试"),
            width=24,
        ),
    ),
    synonyms=("学期日历", "日历", "放假安排", "学期安排"),
)
