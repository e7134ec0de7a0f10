"""A small but complete school, the plan of its valid timetable, and `changed`, with which tests alter nouns.

The school: grades 一年级 and 二年级 with two classes of 20 pupils each; Monday to Friday, two periods a day.
王1–王4 are class teachers and teach 语文, 李1–李4 teach 数学 (the number is the class's: 一1, 一2, 二1, 二2),
冯老师 has no class, 周校长, 吴主任 and 郑主任 are on patrol, 孙教练 comes from outside at 150 yuan a session.

         Mon             Tue                    Wed             Thu             Fri
period 1 语文 by 王       数学 by 李              语文 by 王       walking (科学,    数学 by 李
period 2 walking (合唱    大合唱 of 一年级,        walking as      篮球: both       free activity by 王
         1+2, 足球)       安全教育 of 二年级 by 王  on Monday       periods)

Every target is met, so the timetable (in `tests.timetables`) costs nothing but 孙教练's fees and visits.
"""

from datetime import date
from typing import Any, TypeVar

from models import (
    Band,
    ClassActivity,
    Credential,
    CrossClassClub,
    Day,
    Grade,
    HomeworkQuota,
    Instructor,
    LeaderFrom,
    MayServe,
    Patrol,
    Period,
    Pin,
    Problem,
    Room,
    SchoolClass,
    Settings,
    Slot,
    SlotKind,
    SlotKindSetting,
    SubjectInfo,
    Teacher,
    Term,
    Week,
    WholeSchoolClub,
)
from models.noun import Noun

N = TypeVar("N", bound=Noun)

CLASSES = ("一1", "一2", "二1", "二2")
GRADE = {"一1": "一年级", "一2": "一年级", "二1": "二年级", "二2": "二年级"}
PUPILS = 20
MON_1, MON_2, TUE_1, TUE_2, WED_1, WED_2, THU_1, THU_2, FRI_1, FRI_2 = (
    Slot(day, period) for day in range(1, 6) for period in (1, 2)
)
HOMEWORK = {MON_1: "语文", TUE_1: "数学", WED_1: "语文", FRI_1: "数学"}
PATROLS = {
    "周校长": (MON_1, MON_2, TUE_1, TUE_2),
    "吴主任": (WED_1, WED_2, THU_2),
    "郑主任": (THU_1, FRI_1, FRI_2),
}


def changed(noun: N, **fields: Any) -> N:
    """The noun with other values in these fields, validated anew and with nothing remembered from before."""
    kept = {name: getattr(noun, name) for name in type(noun).model_fields}
    return type(noun)(**{**kept, **fields})


def tiny_school(**fields: Any) -> Problem:
    """The school described above; keyword arguments replace fields of the problem."""
    clubs = tuple(SlotKindSetting(day=Day(s.day), period=s.period, kind=SlotKind.CLUB) for s in _CLUB_SLOTS)
    homework = tuple(SlotKindSetting(day=Day(s.day), period=s.period, kind=SlotKind.HOMEWORK) for s in HOMEWORK)
    values: dict[str, Any] = {
        "school": "示例小学",
        "term": Term(name="2026–2027学年第二学期", first_day=date(2027, 2, 22), last_day=date(2027, 7, 2)),
        "week": Week(periods=(Period(number=1), Period(number=2)), kinds=(*homework, *clubs)),
        "subjects": (SubjectInfo(id="语文"), SubjectInfo(id="数学")),
        "grades": (Grade(id="一年级", number=1), Grade(id="二年级", number=2)),
        "classes": tuple(
            SchoolClass(
                id=c,
                grade=GRADE[c],
                pupils=PUPILS,
                class_teacher=f"王{n}",
                home_room=f"教室{n}",
                teachers={"语文": (f"王{n}",), "数学": (f"李{n}",)},
            )
            for n, c in enumerate(CLASSES, start=1)
        ),
        "bands": (Band(id="全校", name="全校", grades=("一年级", "二年级"), walking_least=4, walking_most=4),),
        "teachers": _teachers(),
        "instructors": (
            Instructor(
                id="孙教练",
                name="孙教练",
                skills=("体育",),
                institution="阳光体育",
                credentials=(Credential(name="合同", valid_from=date(2027, 2, 1), valid_until=date(2027, 7, 31)),),
                fee=150,
            ),
        ),
        "rooms": (
            *(Room(id=f"教室{n}", capacity=45) for n in range(1, 5)),
            Room(id="音乐教室", features=("音乐",), capacity=45),
            Room(id="舞蹈房", features=("音乐",), capacity=30),
            Room(id="科学教室", features=("实验",), capacity=45),
            Room(id="操场", features=("操场",), capacity=200, groups_at_once=2),
        ),
        "homework": (
            HomeworkQuota(subject="语文", times=2, grades=("一年级", "二年级")),
            HomeworkQuota(subject="数学", times=2, grades=("一年级", "二年级"), who=MayServe.OWN),
        ),
        "clubs": _clubs(),
        "pins": (
            Pin(slot=MON_1, school_class="二1", subject="语文", person="王3", by="教务处", reason="王3周一第1节有空"),
            Pin(slot=MON_2, club="足球", person="孙教练", room="操场", by="教务处", reason="与教练约定"),
        ),
        "settings": Settings(patrol=Patrol(at_least=1, spread=1), pupils_per_adult=40),
    }
    return Problem(**{**values, **fields})


_CLUB_SLOTS = (MON_2, TUE_2, WED_2, THU_1, THU_2, FRI_2)


def _teachers() -> tuple[Teacher, ...]:
    skills = {1: ("合唱",), 2: ("合唱",), 3: (), 4: ("合唱", "科学")}
    return (
        *(Teacher(id=f"王{n}", name=f"王{n}", subjects=("语文",), target=4) for n in range(1, 5)),
        *(
            Teacher(id=f"李{n}", name=f"李{n}", subjects=("数学",), skills=skills[n], target=5 if n == 4 else 4)
            for n in range(1, 5)
        ),
        Teacher(id="冯老师", name="冯老师", target=2),
        *(Teacher(id=p, name=p, leader=True, target=len(slots)) for p, slots in PATROLS.items()),
    )


def _clubs() -> tuple[CrossClassClub | WholeSchoolClub | ClassActivity, ...]:
    both = ("一年级", "二年级")
    return (
        CrossClassClub(
            id="合唱",
            name="合唱",
            grades=both,
            skills=("合唱",),
            features=("音乐",),
            meetings=2,
            groups=2,
            least=10,
            most=20,
            preferred_leaders=("李1", "李2"),
        ),
        CrossClassClub(
            id="足球",
            name="足球",
            grades=both,
            skills=("体育",),
            features=("操场",),
            meetings=2,
            least=10,
            most=40,
            leader_from=LeaderFrom.OUTSIDE,
        ),
        CrossClassClub(
            id="科学", name="科学", grades=both, skills=("科学",), features=("实验",), periods=2, least=10, most=40
        ),
        CrossClassClub(
            id="篮球",
            name="篮球",
            grades=both,
            skills=("体育",),
            features=("操场",),
            periods=2,
            least=10,
            most=40,
            leader_from=LeaderFrom.OUTSIDE,
        ),
        WholeSchoolClub(
            id="大合唱",
            name="大合唱",
            grades=("一年级",),
            skills=("合唱",),
            features=("操场",),
            adult_per_class=True,
        ),
        ClassActivity(id="安全教育", name="安全教育", grades=("二年级",)),
    )
