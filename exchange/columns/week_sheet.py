"""Sheet 作息: the periods of the day and what each is for."""

from exchange.columns.description import Column, Sheet
from exchange.columns.reference_cells import GradesCell
from exchange.columns.shared_columns import whole
from exchange.columns.simple_cells import ChoiceCell, TextCell, TimeCell
from models import Day, Period, SlotKind, Text

_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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

TIMES = Sheet(
    "times",
    Text("作息", "Times"),
    Text(
        "每天有几节课后服务、几点到几点、每节做什么。各年级一样时“年级”不填；不一样时为这些年级另加一行，那一"
        "行没填的日子按不分年级的那一行。",
        "The service periods of the day, their clock times, and what each is for. Leave “Grades” empty where all "
        "grades are alike; add a row for grades that differ (days left empty there are as in the general row).",
    ),
    (
        whole(
            Period,
            "number",
            Text("节次", "Period"),
            Text("放学后第几节，如 1。", "1 = the first period after lessons."),
            "节",
            "第几节",
            "课次",
            required=True,
            examples=("1", "2"),
        ),
        Column(
            "start",
            Text("开始", "Start"),
            Text("如 15:40。", "Such as 15:40."),
            TimeCell(),
            ("开始时间", "上课", "上课时间"),
            examples=("15:40", "16:25"),
            width=9,
        ),
        Column(
            "end",
            Text("结束", "End"),
            Text("如 16:20。", "Such as 16:20."),
            TimeCell(),
            ("结束时间", "下课", "下课时间"),
            examples=("16:20", "17:05"),
            width=9,
        ),
        Column(
            "both",
            Text("时间", "Time"),
            Text(
                "开始和结束写在一格里，如 15:40—16:20；与“开始”“结束”两列二选一。",
                "Start and end in one cell, such as 15:40—16:20, instead of two columns.",
            ),
            TextCell(Text("起止时间，如 15:40—16:20", "start and end, such as 15:40—16:20")),
            ("起止时间", "时间段"),
            rare=True,
        ),
        Column(
            "grades",
            Text("年级", "Grades"),
            Text("不填表示各年级都一样。", "Empty: all grades."),
            GradesCell(),
            ("适用年级",),
            width=14,
        ),
        *(
            Column(
                f"day{int(day)}",
                day.title,
                Text("这一节做什么：作业辅导、社团或无；不填为无。", "homework, clubs or none; empty: none."),
                SLOT_KIND,
                (f"星期{day.title.zh[1]}", f"礼拜{day.title.zh[1]}", _ENGLISH[day - 1]),
                examples=(("作业辅导", "社团") if day <= 5 else ()),
                width=9,
            )
            for day in Day
        ),
    ),
    required=True,
    synonyms=("作息时间", "作息表", "节次", "时段", "服务时段"),
)
