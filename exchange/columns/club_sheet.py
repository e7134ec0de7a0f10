"""Sheet 社团: cross-class and whole-school clubs."""

from exchange.columns.description import Column, Sheet
from exchange.columns.reference_cells import GradesCell, RefsCell
from exchange.columns.shared_columns import (
    fixed_slots,
    identity,
    parity,
    whole,
)
from exchange.columns.simple_cells import ChoiceCell, TextCell, YesNoCell
from exchange.directory import Kind
from models import CrossClassClub, LeaderFrom, Text

CLUB_KIND = ChoiceCell(
    (
        ("cross_class", Text("走班社团", "cross-class"), ("走班", "普通", "精品", "校级社团", "年级社团", "社团")),
        ("whole_school", Text("大社团", "whole-school"), ("全校社团", "全校大社团", "集体社团")),
        ("class_activity", Text("班级社团", "class activity"), ("班级活动", "班社团", "班本社团")),
    )
)

LEADER_FROM = ChoiceCell(
    (
        (LeaderFrom.INSIDE, Text("校内", "inside"), ("本校", "校内教师", "本校教师")),
        (LeaderFrom.OUTSIDE, Text("外聘", "outside"), ("校外", "外聘教师", "社会")),
        (LeaderFrom.EITHER, Text("均可", "either"), ("都可以", "不限", "校内或外聘", "校内外")),
    )
)

_PEOPLE = RefsCell(Kind.PERSON, Text("“教师”或“外聘教师”表里的姓名", "names of sheets 教师 or 外聘教师"))

_SKILLS = RefsCell(Kind.SKILL, Text("专长", "skills"))

CLUBS = Sheet(
    "clubs",
    Text("社团", "Clubs"),
    Text(
        "走班社团和大社团，每个一行。大社团（所属年级全体一起活动）不用填人数、教学班数、每次节数和优先级。班"
        "级自己的活动写在“班级活动”表。",
        "Cross-class and whole-school clubs, one row each. A whole-school club needs no size, groups, periods or "
        "priority. A class's own activities stand on sheet 班级活动.",
    ),
    (
        identity(Text("两个社团同名时才需要。", "Only where two clubs have one name.")),
        Column(
            "name",
            Text("社团名称", "Club"),
            Text("如 合唱团。", "Such as 合唱团."),
            TextCell(Text("社团名称", "a club's name")),
            ("社团", "名称", "项目"),
            required=True,
            examples=("合唱", "韵律操"),
            width=14,
        ),
        Column(
            "kind",
            Text("类型", "Kind"),
            Text(
                "走班社团：几个班的学生走班参加；大社团：这些年级全体一起。不填为走班社团。",
                "cross-class: pupils of several classes; whole-school: all classes together. Empty: cross-class.",
            ),
            CLUB_KIND,
            ("社团类型", "类别"),
            examples=("走班社团", "大社团"),
            width=10,
        ),
        Column(
            "grades",
            Text("所属年级", "Grades"),
            Text("招哪些年级，如 三至五年级、全校。", "Grades that it takes, such as 三至五年级."),
            GradesCell(),
            ("年级", "面向年级", "招收年级", "参加年级"),
            required=True,
            examples=("三至五年级", "全校"),
            width=16,
        ),
        Column(
            "named_leaders",
            Text("授课教师", "Leaders"),
            Text("已经定好的教师，只由这些人带；不填按专长找。", "If given, only these lead; empty: by skill."),
            _PEOPLE,
            ("指导教师", "指导老师", "负责教师", "组长", "教师", "授课老师"),
            width=16,
        ),
        Column(
            "preferred_leaders",
            Text("优先教师", "Preferred leaders"),
            Text("尽量由这些人带。", "Rather these than others."),
            _PEOPLE,
            ("优先安排教师",),
            examples=("教师01",),
            width=14,
        ),
        Column(
            "named_rooms",
            Text("上课地点", "Rooms"),
            Text("已经定好的场地，只在这些地方；不填按场地功能找。", "If given, only these rooms; empty: by feature."),
            RefsCell(Kind.ROOM, Text("“场地”表里的名称", "names of sheet 场地")),
            ("活动地点", "地点", "上课场地", "场地"),
            examples=("音乐室", "操场"),
            width=16,
        ),
        fixed_slots(
            Text("上课时间", "Fixed slots"),
            Text("已经定好的时段，如 周五第2节；不填由系统安排。", "If given, it meets only in these slots."),
            "活动时间",
            "时间",
            "固定时段",
            examples=("", "周一第2节"),
        ),
        whole(
            CrossClassClub,
            "least",
            Text("人数下限", "Least pupils"),
            Text("每个教学班至少几人；不填为 1。", "Pupils in a group, at least; empty: 1."),
            "最少人数",
            examples=("15",),
        ),
        whole(
            CrossClassClub,
            "most",
            Text("人数上限", "Most pupils"),
            Text("每个教学班最多几人（名额）；不填为 30。", "Pupils in a group, at most; empty: 30."),
            "最多人数",
            "名额",
            examples=("40",),
        ),
        whole(
            CrossClassClub,
            "groups",
            Text("教学班数", "Groups"),
            Text("同时开几个教学班；不填为 1。", "Parallel groups; empty: 1."),
            "班数",
            "开班数",
            examples=("1",),
        ),
        whole(
            CrossClassClub,
            "meetings",
            Text("周次数", "Meetings"),
            Text("每周活动几次；不填为 1。", "Meetings a week; empty: 1."),
            "每周次数",
            "周课时",
            examples=("1", "1"),
        ),
        whole(
            CrossClassClub,
            "periods",
            Text("每次节数", "Periods"),
            Text("每次连上几节（1 或 2）；不填为 1。", "Consecutive periods of a meeting; empty: 1."),
            "连堂节数",
            "节数",
            examples=("1",),
        ),
        whole(
            CrossClassClub,
            "leaders",
            Text("教师人数", "Number of leaders"),
            Text("每个教学班（大社团：每次）需要几位教师；不填为 1。", "Leaders at each meeting; empty: 1."),
            "所需教师数",
            "教师数",
            examples=("1", "2"),
        ),
        Column(
            "leader_from",
            Text("师资来源", "Leaders from"),
            Text("由校内教师、外聘教师带，还是均可；不填为校内。", "inside, outside or either; empty: inside."),
            LEADER_FROM,
            ("师资", "教师来源"),
            examples=("校内", "校内"),
            width=9,
        ),
        Column(
            "skills",
            Text("专长", "Skills"),
            Text("教师须有其中一项专长；不填为不限。", "A leader has one of these; empty: anybody."),
            _SKILLS,
            ("所需专长", "教师专长"),
            examples=("合唱", "韵律操"),
            width=14,
        ),
        Column(
            "features",
            Text("场地功能", "Room features"),
            Text("场地须具备的全部功能；不填为不限。", "The room has all of these; empty: any room."),
            RefsCell(Kind.FEATURE, Text("场地功能", "features")),
            ("所需场地", "场地要求"),
            examples=("音乐", "操场"),
            width=14,
        ),
        whole(
            CrossClassClub,
            "priority",
            Text("优先级", "Priority"),
            Text("资源不够时：1 最后停，5 最先停；不填为 3。", "In a shortage: 1 is dropped last, 5 first; empty: 3."),
            "优先",
            examples=("3",),
        ),
        parity(
            Text(
                "每周活动，还是只在单周或双周；不填为每周。",
                "Every week, or only in odd or even weeks; empty: every week.",
            )
        ),
        Column(
            "adult_per_class",
            Text("各班跟班", "Adult per class"),
            Text(
                "大社团：每班是否另有一位教师跟班；不填为“否”。",
                "Whole-school: each class has one more teacher; empty: no.",
            ),
            YesNoCell(),
            ("跟班", "每班跟班"),
            examples=("", "是"),
            width=9,
        ),
        Column(
            "intro",
            Text("简介", "Introduction"),
            Text("给学生和家长看的介绍。", "For pupils and parents."),
            TextCell(single=False),
            ("社团简介", "内容"),
            width=24,
        ),
    ),
    synonyms=("社团表", "社团信息", "社团安排", "社团一览"),
)
