"""Sheets of the school's choices: 锁定, 规则."""

from exchange.columns.description import Column, Layout, Sheet
from exchange.columns.reference_cells import RefCell, SlotsCell
from exchange.columns.shared_columns import whole
from exchange.columns.simple_cells import ChoiceCell, TextCell
from exchange.directory import Kind
from models import Pin, RuleSetting, Strength, Text

STRENGTH = ChoiceCell(
    (
        (Strength.MUST, Text("必须", "must"), ("一定", "硬性")),
        (Strength.PREFER, Text("尽量", "prefer"), ("软性", "最好")),
        (Strength.OFF, Text("关闭", "off"), ("不用", "停用", "不考虑")),
    )
)

PINS = Sheet(
    "pins",
    Text("锁定", "Pins"),
    Text(
        "必须照这样排的课次。只填要锁定的几项；时段和“班级、社团”之一必填。",
        "What is fixed. Fill in only what is fixed: the slot, and a class or a club.",
    ),
    (
        Column(
            "slot",
            Text("时段", "Slot"),
            Text(
                "如 周三第2节；分单双周时不写单双表示两周都锁。",
                "Such as Wed period 2; without odd or even: both weeks.",
            ),
            SlotsCell(closed_allowed=False),
            ("时间", "节次"),
            required=True,
            examples=("周三第2节",),
            width=14,
        ),
        Column(
            "school_class",
            Text("班级", "Class"),
            Text("“班级”表里的班级。", "A class."),
            RefCell(Kind.CLASS, Text("“班级”表里的班级", "a class of sheet 班级")),
            ("班",),
            examples=("一1",),
            width=10,
        ),
        Column(
            "club",
            Text("社团", "Club"),
            Text("“社团”或“班级活动”表里的名称。", "A club or an activity."),
            RefCell(Kind.CLUB, Text("“社团”或“班级活动”表里的名称", "a club of sheets 社团 or 班级活动")),
            ("社团名称", "活动"),
            width=14,
        ),
        whole(
            Pin,
            "group",
            Text("组", "Group"),
            Text("社团有几个教学班时，第几个；不填为 1。", "Which parallel group; empty: 1."),
            "教学班",
            "第几组",
        ),
        Column(
            "subject",
            Text("学科", "Subject"),
            Text("锁定作业辅导的学科。", "A subject."),
            RefCell(Kind.SUBJECT, Text("“学科”表里的学科", "a subject of sheet 学科")),
            ("科目",),
            examples=("语文",),
        ),
        Column(
            "person",
            Text("教师", "Person"),
            Text("辅导或带班的教师。", "Tutor or leader."),
            RefCell(Kind.PERSON, Text("“教师”或“外聘教师”表里的姓名", "a name of sheets 教师 or 外聘教师")),
            ("姓名", "教师姓名"),
            examples=("教师01",),
        ),
        Column(
            "room",
            Text("场地", "Room"),
            Text("“场地”表里的名称。", "A room."),
            RefCell(Kind.ROOM, Text("“场地”表里的名称", "a name of sheet 场地")),
            ("地点", "教室"),
            width=14,
        ),
        Column(
            "by",
            Text("锁定人", "Pinned by"),
            Text("谁定的。", "Who fixed it."),
            TextCell(Text("姓名或部门", "a name or an office")),
            ("决定人",),
            required=True,
            examples=("教务处",),
        ),
        Column(
            "reason",
            Text("原因", "Reason"),
            Text("为什么。", "Why."),
            TextCell(Text("原因", "a reason")),
            ("理由", "事由"),
            required=True,
            examples=("迎检展示",),
            width=20,
        ),
    ),
)

RULES = Sheet(
    "rules",
    Text("规则", "Rules"),
    Text(
        "排课规则，每条一行。“做法”“权重”不填就用默认值；只能选这条规则允许的做法。",
        "The rules, one row each. Leave “Setting” and “Weight” empty for the default.",
    ),
    (
        Column(
            "rule",
            Text("规则", "Rule"),
            Text("规则的代号，请不要改。", "The rule's key; do not change."),
            TextCell(Text("规则代号", "a rule's key")),
            ("规则代号", "代号", "key"),
            required=True,
            width=24,
        ),
        Column(
            "title",
            Text("名称", "Title"),
            Text("规则的名称，只供阅读。", "For reading only."),
            TextCell(),
            ("规则名称",),
            width=18,
        ),
        Column(
            "default",
            Text("默认做法", "Default"),
            Text("不改时的做法和权重，只供阅读。", "What holds without a change; for reading only."),
            TextCell(),
            ("默认",),
            width=14,
        ),
        Column(
            "strength",
            Text("做法", "Setting"),
            Text(
                "必须：一定做到；尽量：做不到时按权重扣分；关闭：不考虑。",
                "must: never broken; prefer: at a price; off.",
            ),
            STRENGTH,
            ("强度", "要求"),
            width=9,
        ),
        whole(
            RuleSetting,
            "weight",
            Text("权重", "Weight"),
            Text("做法为“尽量”时，每差一个单位扣几分。", "Price of one unit, where the rule is preferred."),
            "分值",
            "扣分",
        ),
        Column(
            "sentence",
            Text("说明", "Meaning"),
            Text("规则的意思，只供阅读。", "For reading only."),
            TextCell(),
            ("规则说明",),
            width=70,
        ),
    ),
    Layout.FIXED,
    synonyms=("规则设置", "排课规则"),
)
