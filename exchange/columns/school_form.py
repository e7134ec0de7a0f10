"""Sheet 学校: one line per question about the school and the term."""

from exchange.columns.description import Column, Layout, Sheet
from exchange.columns.shared_columns import whole
from exchange.columns.simple_cells import ChoiceCell, DateCell, TextCell, YesNoCell
from models import Patrol, Settings, Text

CYCLE = ChoiceCell(
    (
        ("1", Text("每周相同", "every week alike"), ("每周", "一周", "1周", "不分单双周", "否", "weekly")),
        ("2", Text("单双周", "odd and even weeks"), ("两周", "2周", "双周", "分单双周", "是", "biweekly")),
    )
)

SCHOOL = Sheet(
    "school",
    Text("学校", "School"),
    Text(
        "学校和学期的基本情况，一行一项，只填“内容”一列。", "The school and the term: one line each; fill in “Value”."
    ),
    (
        Column(
            "school",
            Text("学校名称", "School name"),
            Text("印在每一页上。", "Printed on every page."),
            TextCell(Text("学校名称", "the school's name")),
            ("学校", "校名", "name"),
            required=True,
        ),
        Column(
            "term",
            Text("学期", "Term"),
            Text("如 2026–2027学年第一学期。", "Such as 2026–2027学年第一学期."),
            TextCell(Text("学期名称", "the term's name")),
            ("学期名称", "学年学期"),
            required=True,
        ),
        Column(
            "first_day",
            Text("开学日期", "First day"),
            Text("学期第一天，如 2026-09-01；与放假日期一起填，或都不填。", "First day of the term, or neither date."),
            DateCell(),
            ("开学", "开始日期", "学期开始"),
        ),
        Column(
            "last_day",
            Text("放假日期", "Last day"),
            Text("学期最后一天。", "Last day of the term."),
            DateCell(),
            ("放假", "结束日期", "学期结束"),
        ),
        Column(
            "cycle",
            Text("周期", "Cycle"),
            Text(
                "每周课表都一样填“每周相同”；分单周、双周填“单双周”。不填为每周相同。",
                "Whether all weeks are alike, or odd and even weeks differ. Empty: all alike.",
            ),
            CYCLE,
            ("周循环", "单双周", "周期类型"),
        ),
        whole(
            Patrol,
            "at_least",
            Text("每节巡查人数", "Leaders on patrol"),
            Text(
                "每个服务时段至少几位值班领导巡查；不填或 0 为不排巡查。",
                "Leaders on patrol in each slot; empty or 0: none.",
            ),
            "巡查人数",
        ),
        whole(
            Patrol,
            "spread",
            Text("巡查次数最多相差", "Patrol spread"),
            Text(
                "一周内两位领导的巡查次数最多相差几次；不填为不限。",
                "By how much two leaders' patrols a week may differ.",
            ),
            "巡查相差",
        ),
        Column(
            "accompany_instructors",
            Text("外聘须有教师陪同", "Accompany instructors"),
            Text(
                "外聘教师上课时要不要本校教师在场；不填为“是”。",
                "Whether a teacher is present beside an instructor; empty: yes.",
            ),
            YesNoCell(),
            ("外聘陪同", "陪同"),
        ),
        whole(
            Settings,
            "pupils_per_adult",
            Text("师生比", "Pupils per adult"),
            Text(
                "每名成人最多照看几名学生，如 30（也可写 1:30）；不填为不要求。",
                "Most pupils to an adult, such as 30; empty: not asked for.",
            ),
            "每名教师最多学生数",
            "师生比（每名教师最多学生数）",
        ),
    ),
    Layout.FORM,
    required=True,
    synonyms=("学校信息", "基本信息", "学校基本情况"),
)
