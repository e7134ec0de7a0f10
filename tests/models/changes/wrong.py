"""Changes of the small school that cannot be made, each with the sentence that says so in both languages."""

from models import (
    BandChanged,
    ChangeBase,
    ClassAdded,
    ClubAdded,
    ClubChanged,
    ClubDropped,
    CrossClassClub,
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
    Slot,
    Teacher,
)
from tests.builders import MON_1, MON_2, changed

EVEN = Slot(1, 2, 2)
CLUB = CrossClassClub(id="二胡", name="二胡", grades=("一年级",))
NEW = "请先登记它，或者改成已有的名称。"
NEW_EN = "enter it first, or use an existing name."
TAKEN = "请换一个名称，或改用调整它的变更。"
TAKEN_EN = "choose another name, or change that one."
NO_CYCLE = "写了双周一第2节，但学校没有分单双周，请去掉单双周。"
NO_CYCLE_EN = "even Mon period 2 is named, but the school has no odd and even weeks; leave odd or even out."
WRONG: list[tuple[ChangeBase, str, str]] = [
    (
        RoomClosed(room="科学教师"),
        "场地停用：没有叫“科学教师”的场地，是不是“科学教室”？",
        "Room closed: there is no room called “科学教师”; is “科学教室” meant?",
    ),
    (RoomClosed(room="操场", slots=(EVEN,)), f"场地停用：{NO_CYCLE}", f"Room closed: {NO_CYCLE_EN}"),
    (
        RoomOpened(room="泳池"),
        f"场地开放：没有叫“泳池”的场地，{NEW}",
        f"Room opened: there is no room called “泳池”; {NEW_EN}",
    ),
    (RoomOpened(room="操场", slots=(EVEN,)), f"场地开放：{NO_CYCLE}", f"Room opened: {NO_CYCLE_EN}"),
    (
        RoomAdded(room=Room(id="操场")),
        f"增加场地：已经有叫“操场”的场地了，{TAKEN}",
        f"Room added: there is a room called “操场” already; {TAKEN_EN}",
    ),
    (
        RoomChanged(room="泳池", capacity=3),
        f"场地调整：没有叫“泳池”的场地，{NEW}",
        f"Room changed: there is no room called “泳池”; {NEW_EN}",
    ),
    (
        RoomChanged(room="操场"),
        "场地调整：没有写要改什么，请写明功能、容量或同时容纳组数。",
        "Room changed: nothing to change; give features, capacity or groups at once.",
    ),
    (
        RoomChanged(room="操场", add_features=("舞蹈",), remove_features=("舞蹈",)),
        "场地调整：“操场”的功能“舞蹈”既要增加又要取消，请只留一个。",
        "Room changed: “舞蹈” of “操场” is both added and removed; keep one.",
    ),
    (
        PersonLeft(person="冯老帅"),
        "人员离岗：没有叫“冯老帅”的教师，是不是“冯老师”？",
        "Person left: there is no person called “冯老帅”; is “冯老师” meant?",
    ),
    (
        PersonAway(person="钱七", slots=(MON_1,)),
        f"人员不能排：没有叫“钱七”的教师，{NEW}",
        f"Person away: there is no person called “钱七”; {NEW_EN}",
    ),
    (PersonAway(person="王1", slots=(EVEN,)), f"人员不能排：{NO_CYCLE}", f"Person away: {NO_CYCLE_EN}"),
    (
        PersonFree(person="钱七", slots=(MON_1,)),
        f"人员可以排：没有叫“钱七”的教师，{NEW}",
        f"Person free: there is no person called “钱七”; {NEW_EN}",
    ),
    (PersonFree(person="王1", slots=(EVEN,)), f"人员可以排：{NO_CYCLE}", f"Person free: {NO_CYCLE_EN}"),
    (
        PersonChanged(person="钱七", weekly_most=3),
        f"人员调整：没有叫“钱七”的教师，{NEW}",
        f"Person changed: there is no person called “钱七”; {NEW_EN}",
    ),
    (
        PersonChanged(person="王1"),
        "人员调整：没有写要改什么，请写明课时的上下限或专长。",
        "Person changed: nothing to change; give limits of sessions, or skills.",
    ),
    (
        PersonChanged(person="王1", weekly_least=4, weekly_most=2),
        "教师“王1”：周课时下限4大于上限2，请改其中一个。",
        "“王1”: at least 4 sessions a week is above at most 2.",
    ),
    (
        PersonJoined(person=Instructor(id="王1", name="王1")),
        f"增加人员：已经有叫“王1”的教师了，{TAKEN}",
        f"Person joined: there is a person called “王1” already; {TAKEN_EN}",
    ),
    (
        PersonJoined(person=Teacher(id="钱七", name="钱七", weekly_least=11)),
        "教师“钱七”：周课时下限11大于上限10，请改其中一个。",
        "“钱七”: at least 11 sessions a week is above at most 10.",
    ),
    (
        PapersRenewed(person="钱七"),
        f"资质续期：没有叫“钱七”的教师，{NEW}",
        f"Papers renewed: there is no person called “钱七”; {NEW_EN}",
    ),
    (
        PapersRenewed(person="王1"),
        "资质续期：“王1”是本校教师，没有外聘资质，请改填外聘教师。",
        "Papers renewed: “王1” is a teacher of the school, without papers; name an instructor.",
    ),
    (
        ClassAdded(school_class=SchoolClass(id="一1", grade="一年级", pupils=40)),
        f"增加班级：已经有叫“一1”的班级了，{TAKEN}",
        f"Class added: there is a class called “一1” already; {TAKEN_EN}",
    ),
    (
        ClassAdded(school_class=SchoolClass(id="三1", grade="三年级", pupils=40)),
        "班级“三1”：没有叫“三年级”的年级，是不是“二年级”？",
        "class “三1”: there is no grade called “三年级”; is “二年级” meant?",
    ),
    (
        PupilsGrown(percent=5, grades=("初一",)),
        "学生增减：没有叫“初一”的年级，请先登记它，或者改成已有的名称。",
        "Pupils grown: there is no grade called “初一”; enter it first, or use an existing name.",
    ),
    (
        ClubAdded(club=changed(CLUB, id="足球")),
        f"加开社团：已经有叫“足球”的社团了，{TAKEN}",
        f"Club added: there is a club called “足球” already; {TAKEN_EN}",
    ),
    (
        ClubAdded(club=changed(CLUB, named_leaders=("冯老帅",))),
        "社团“二胡”：没有叫“冯老帅”的教师，是不是“冯老师”？",
        "club “二胡”: there is no person called “冯老帅”; is “冯老师” meant?",
    ),
    (
        ClubDropped(club="书法"),
        f"停开社团：没有叫“书法”的社团，{NEW}",
        f"Club dropped: there is no club called “书法”; {NEW_EN}",
    ),
    (
        ClubChanged(club="书法", meetings=2),
        f"社团调整：没有叫“书法”的社团，{NEW}",
        f"Club changed: there is no club called “书法”; {NEW_EN}",
    ),
    (
        ClubChanged(club="足球"),
        "社团调整：没有写要改什么，请写明次数、人数、教师、时间或场地。",
        "Club changed: nothing to change; give meetings, pupils, leaders or slots.",
    ),
    (
        ClubChanged(club="大合唱", groups=2),
        "社团调整：“大合唱”是大社团，没有“教学班数”这一项，请去掉。",
        "Club changed: “大合唱” is no club with groups; leave that out.",
    ),
    (
        ClubChanged(club="安全教育", leaders=2),
        "社团调整：“安全教育”是班级活动，没有“教师人数”这一项，请去掉。",
        "Club changed: “安全教育” is no club with leaders; leave that out.",
    ),
    (
        ClubChanged(club="足球", least=50),
        "社团“足球”：最少50人大于名额40人，请改其中一个。",
        "club “足球”: at least 50 pupils is above at most 40.",
    ),
    (
        ClubChanged(club="足球", fixed_slots=(Slot(6, 1),)),
        "社团“足球”：周六第1节没有课后服务，请改成开放的时段。",
        "club “足球”: there is no service on Sat period 1; name an open slot.",
    ),
    (
        ClubChanged(club="足球", fixed_slots=(Slot(9, 9),)),
        "社团“足球”：“9.9”没有课后服务，请改成开放的时段。",
        "club “足球”: there is no service on “9.9”; name an open slot.",
    ),
    (
        QuotaChanged(subject="语问", times=2),
        "作业辅导调整：没有叫“语问”的学科，是不是“语文”？",
        "Quota changed: there is no subject called “语问”; is “语文” meant?",
    ),
    (
        QuotaChanged(subject="语文", times=2, classes=("一9",)),
        f"作业辅导调整：没有叫“一9”的班级，{NEW}",
        f"Quota changed: there is no class called “一9”; {NEW_EN}",
    ),
    (
        BandChanged(band="低段", walking_least=2),
        f"走班调整：没有叫“低段”的走班段，{NEW}",
        f"Band changed: there is no band called “低段”; {NEW_EN}",
    ),
    (
        BandChanged(band="全校"),
        "走班调整：没有写要改什么，请写明走班次数或时段。",
        "Band changed: nothing to change; give how often or when it walks.",
    ),
    (
        BandChanged(band="全校", walking_least=5),
        "走班段“全校”：每周至少走班5次，大于至多4次。",
        "band “全校”: at least 5 walking slots is above at most 4.",
    ),
    (
        RuleChanged(rule="own_teacher"),
        "规则调整：没有写要改什么，请写明做法或权重。",
        "Rule changed: nothing to change; give a setting or a weight.",
    ),
    (
        SettingsChanged(),
        "全校设置调整：没有写要改什么，请写明巡查人数、陪同或师生比。",
        "Settings changed: nothing to change; give patrol, accompaniment or adult ratio.",
    ),
    (
        SettingsChanged(pupils_per_adult=30, drop_ratio=True),
        "全校设置调整：师生比既改为1:30又不要求，请只留一个。",
        "Settings changed: the adult ratio is both set to 30 and dropped; keep one.",
    ),
    (
        PinReleased(slot=MON_1),
        "解除锁定：没有写班级，也没有写社团，请至少写一个。",
        "Pin released: names neither a class nor a club; name one.",
    ),
    (
        PinReleased(slot=MON_2, club="足求"),
        "解除锁定：没有叫“足求”的社团，是不是“足球”？",
        "Pin released: there is no club called “足求”; is “足球” meant?",
    ),
]
