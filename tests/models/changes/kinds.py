"""One change of every kind that the small school can take, for tests that concern all kinds."""

from models import (
    BandChanged,
    ChangeBase,
    ClassAdded,
    ClubAdded,
    ClubChanged,
    ClubDropped,
    CrossClassClub,
    Day,
    DayOff,
    Instructor,
    PapersRenewed,
    PersonAway,
    PersonChanged,
    PersonFree,
    PersonJoined,
    PersonLeft,
    PinReleased,
    PupilsGrown,
    QuotaChanged,
    Room,
    RoomAdded,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RuleChanged,
    SchoolClass,
    SettingsChanged,
    Strength,
    Teacher,
    WholeSchoolClub,
)
from tests.builders import FRI_2, MON_1, MON_2, TUE_2, WED_2

# With each its sentence in both languages, about the small school.
EXAMPLES: tuple[tuple[ChangeBase, str, str], ...] = (
    (RoomClosed(room="操场", slots=(WED_2,)), "操场周三第2节停用", "操场 is closed on Wed period 2"),
    (RoomClosed(room="操场"), "操场停用", "操场 is closed"),
    (RoomOpened(room="操场", slots=(WED_2,)), "操场周三第2节开放", "操场 is open on Wed period 2"),
    (RoomOpened(room="操场"), "操场全部时段开放", "操场 is open in all slots"),
    (
        RoomAdded(room=Room(id="会议室", capacity=40)),
        "增加场地“会议室”（容纳40人）",
        'add the room "会议室" (40 pupils)',
    ),
    (
        RoomAdded(room=Room(id="新操场", features=("操场", "跑道"), capacity=1, groups_at_once=2)),
        "增加场地“新操场”（操场、跑道，容纳1人，同时2组）",
        'add the room "新操场" (操场, 跑道, 1 pupil, 2 groups at once)',
    ),
    (
        RoomChanged(room="舞蹈房", add_features=("舞蹈",), remove_features=("音乐",), capacity=40, groups_at_once=2),
        "舞蹈房也作舞蹈场地，不再作音乐场地，每组容纳40人，同时容纳2组",
        "舞蹈房 also serves for 舞蹈, no longer serves for 音乐, holds 40 pupils, holds 2 groups at once",
    ),
    (PersonLeft(person="冯老师"), "冯老师不再参加课后服务", "冯老师 no longer takes part"),
    (PersonAway(person="王1", slots=(FRI_2,)), "王1周五第2节不能到岗", "王1 is away on Fri period 2"),
    (PersonFree(person="王1", slots=(FRI_2,)), "王1周五第2节腾出来到岗", "王1 is free on Fri period 2"),
    (
        PersonChanged(person="王1", weekly_least=1, weekly_most=6, daily_most=2),
        "王1每周至少0→1次，每周至多10→6次，每天至多9→2次",
        "王1: 0→1 a week at least, 10→6 a week at most, 9→2 a day at most",
    ),
    (PersonChanged(person="王1", add_skills=("合唱",)), "王1也能教合唱", "王1: also able to teach 合唱"),
    (PersonJoined(person=Teacher(id="钱老师", name="钱老师")), "增加教师“钱老师”", 'add the teacher "钱老师"'),
    (
        PersonJoined(person=Teacher(id="钱老师", name="钱老师", skills=("合唱",), subjects=("语文",))),
        "增加教师“钱老师”（合唱、语文）",
        'add the teacher "钱老师" (合唱, 语文)',
    ),
    (
        PersonJoined(person=Instructor(id="周教练", name="周教练", skills=("足球",))),
        "增加外聘教师“周教练”（足球）",
        'add the instructor "周教练" (足球)',
    ),
    (PapersRenewed(person="孙教练"), "孙教练的证明和合同续到期末", "the papers of 孙教练 are renewed for the term"),
    (
        ClassAdded(school_class=SchoolClass(id="二3", grade="二年级", pupils=40)),
        "增加班级二(3)（40人）",
        "add the class 二(3) (40 pupils)",
    ),
    (PupilsGrown(percent=10), "每班学生增加10%", "10% more pupils in every class"),
    (
        PupilsGrown(percent=-5, grades=("一年级",)),
        "一年级每班学生减少5%",
        "5% fewer pupils in every class of 一年级",
    ),
    (
        ClubAdded(club=CrossClassClub(id="二胡", name="二胡", grades=("一年级",))),
        "加开“二胡”",
        'open "二胡"',
    ),
    (
        ClubAdded(club=WholeSchoolClub(id="升旗", name="升旗", grades=("一年级",))),
        "加开“升旗”",
        'open "升旗"',
    ),
    (ClubDropped(club="足球"), "停开“足球”", 'drop "足球"'),
    (
        ClubChanged(club="合唱", meetings=1, groups=1, least=5, most=30, leaders=2, fixed_slots=(MON_2,)),
        "“合唱”每周活动2→1次，开2→1个教学班，每班至少10→5人，每班至多20→30人，每次1→2位教师，只在周一第2节",
        (
            '"合唱": 2→1 meetings a week, 2→1 groups, 10→5 pupils a group at least, 20→30 pupils a group at most, '
            "1→2 leaders, only on Mon period 2"
        ),
    ),
    (
        ClubChanged(club="合唱", fixed_slots=(), features=(), leader_from="either"),
        "“合唱”不再限定时段，场地要求：不限，由本校或外聘教师带",
        '"合唱": in any slots, room: any, led by teachers or instructors',
    ),
    (
        ClubChanged(club="合唱", features=("音乐",), leader_from="outside"),
        "“合唱”场地要求：音乐，由外聘教师带",
        '"合唱": room: 音乐, led by instructors',
    ),
    (QuotaChanged(subject="语文", times=1), "语文辅导每周1次", "语文 is tutored 1 time a week"),
    (
        QuotaChanged(subject="语文", times=1, grades=("一年级",), classes=("二2",)),
        "一年级、二(2)语文辅导每周1次",
        "语文 is tutored 1 time a week in 一年级, 二(2)",
    ),
    (
        BandChanged(band="全校", walking_least=2, walking_most=3),
        "全校每周走班2–3次",
        "全校 walks 2–3 times a week",
    ),
    (
        BandChanged(band="全校", walking_most=4, fixed_slots=(TUE_2,)),
        "全校每周走班至多4次，走班时段改为周二第2节",
        "全校 walks at most 4 times a week, walks only on Tue period 2",
    ),
    (
        BandChanged(band="全校", walking_least=3, fixed_slots=()),
        "全校每周走班至少3次，走班时段不再限定",
        "全校 walks at least 3 times a week, walks in any slots",
    ),
    (
        RuleChanged(rule="own_teacher", strength=Strength.PREFER, weight=5),
        "规则 own_teacher 改为尽量做到，权重改为5",
        "rule own_teacher is preferred, has weight 5",
    ),
    (
        SettingsChanged(patrol_at_least=0, accompany_instructors=False, drop_ratio=True),
        "每个时段巡查0人，外聘教师不必有人陪同，不再规定师生比",
        "0 leaders on patrol, instructors are not accompanied, no adult ratio",
    ),
    (
        SettingsChanged(accompany_instructors=True, pupils_per_adult=25),
        "外聘教师要有人陪同，每位成人至多25名学生",
        "instructors are accompanied, at most 25 pupils to an adult",
    ),
    (
        PinReleased(slot=MON_1, school_class="二1"),
        "解除周一第1节二(1)的锁定",
        "release the pin on 二(1) on Mon period 1",
    ),
    (
        PinReleased(slot=MON_2, club="合唱", group=2),
        "解除周一第2节“合唱”·2的锁定",
        "release the pin on “合唱”·2 on Mon period 2",
    ),
    (
        DayOff(day=Day.WED),
        "周三不开展课后服务：当天的锁定解除，只在当天活动的社团停开，作业辅导按剩余时段减少",
        "no service on Wed: its pins and the clubs of that day only go, homework is cut to fit",
    ),
)  # fmt: skip
CHANGES = tuple(change for change, _, _ in EXAMPLES)
