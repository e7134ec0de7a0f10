"""Changes: each does what it says to a copy, and names the culprit where it cannot."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from models import (
    BandChanged,
    Change,
    ChangesError,
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
    Problem,
    PupilsGrown,
    QuotaChanged,
    Room,
    RoomAdded,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RuleChanged,
    Scenario,
    SchoolClass,
    SettingsChanged,
    SlotKind,
    Strength,
    apply_changes,
    changes_of,
    fingerprint,
)
from models.checks import problem_issues
from tests.builders import FRI_2, MON_1, MON_2, THU_1, TUE_2, tiny_school

CHANGE: TypeAdapter[Any] = TypeAdapter(Change)
CLUB = CrossClassClub(id="二胡", name="二胡", grades=("一年级",), least=1, most=9)
CLASS = SchoolClass(id="一3", grade="一年级", pupils=38, class_teacher="王1", home_room="教室1")

# The change, a sentence of it, and what must be so afterwards.
CASES: list[tuple[Any, str, Any]] = [
    (RoomClosed(room="操场", slots=(MON_2,)), "操场周一第2节停用", lambda p: p.room_by_id["操场"].closed == (MON_2,)),
    (RoomClosed(room="操场"), "操场停用", lambda p: set(p.slots) <= set(p.room_by_id["操场"].closed)),
    (RoomOpened(room="操场"), "操场开放", lambda p: p.room_by_id["操场"].closed == ()),
    (RoomAdded(room=Room(id="新楼", capacity=40)), "增加场地“新楼”（容纳40人）", lambda p: "新楼" in p.room_by_id),
    (
        RoomChanged(room="教室1", add_features=("音乐",), groups_at_once=2),
        "教室1也作音乐场地，同时容纳2组",
        lambda p: (p.room_by_id["教室1"].features, p.room_by_id["教室1"].groups_at_once) == (("音乐",), 2),
    ),
    (PersonLeft(person="李1"), "李1不再参加课后服务", lambda p: p.person_by_id["李1"].weekly_most == 0),
    (
        PersonAway(person="李1", slots=(MON_1, TUE_2)),
        "李1周一第1节、周二第2节不能到岗",
        lambda p: p.person_by_id["李1"].unavailable == (MON_1, TUE_2),
    ),
    (
        PersonFree(person="李1", slots=(MON_1,)),
        "李1周一第1节腾出来到岗",
        lambda p: not p.person_by_id["李1"].unavailable,
    ),
    (
        PersonChanged(person="李1", weekly_most=7, add_skills=("绘画",)),
        "李1每周至多10→7次，也能教绘画",
        lambda p: (p.person_by_id["李1"].weekly_most, "绘画" in p.person_by_id["李1"].skills) == (7, True),
    ),
    (
        PersonJoined(person=Instructor(id="赵", name="赵", skills=("二胡",))),
        "增加外聘教师“赵”（二胡）",
        lambda p: p.instructors[-1].id == "赵",
    ),
    (
        PapersRenewed(person="孙教练"),
        "孙教练的证明和合同续到期末",
        lambda p: all(c.valid_until is None for c in p.person_by_id["孙教练"].credentials),
    ),
    (ClassAdded(school_class=CLASS), "增加一(3)（38人）", lambda p: p.classes[-1].id == "一3"),
    (PupilsGrown(percent=10), "学生增加10%", lambda p: {c.pupils for c in p.classes} == {22}),
    (PupilsGrown(percent=-50, grades=("一年级",)), "一年级学生减少50%", lambda p: p.pupils_by_grade["一年级"] == 20),
    (
        QuotaChanged(subject="语文", times=1, classes=("一1",)),
        "一(1)语文辅导每周1次",
        lambda p: (p.quotas["一1"]["语文"].times, p.quotas["一2"]["语文"].times) == (1, 2),
    ),
    (QuotaChanged(subject="语文", times=3), "语文辅导每周3次", lambda p: p.quotas["二2"]["语文"].times == 3),
    (BandChanged(band="全校", walking_least=2), "全校每周走班至少2次", lambda p: p.bands[0].walking_least == 2),
    (ClubAdded(club=CLUB), "加开“二胡”", lambda p: "二胡" in p.club_by_id),
    (ClubDropped(club="足球"), "停开“足球”", lambda p: "足球" not in p.club_by_id and not p.pins_on("足球")),
    (ClubChanged(club="足球", most=44), "“足球”每班至多40→44人", lambda p: p.club_by_id["足球"].most == 44),
    (
        RuleChanged(rule="club_keeps_room", strength=Strength.PREFER),
        "规则 club_keeps_room 改为尽量做到",
        lambda p: p.settings.rules[-1].strength is Strength.PREFER,
    ),
    (
        SettingsChanged(patrol_at_least=2, drop_ratio=True),
        "每个时段巡查2人，不再规定师生比",
        lambda p: p.settings.patrol.at_least == 2 and p.settings.pupils_per_adult is None,
    ),
]


class _Seen:
    """A school with one more question, for the cases above."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem

    def __getattr__(self, name: str) -> Any:
        return getattr(self._problem, name)

    def pins_on(self, club: str) -> list[Any]:
        return [pin for pin in self._problem.pins if pin.club == club]


@pytest.mark.parametrize(("change", "sentence", "so"), CASES, ids=lambda v: getattr(v, "kind", ""))
def test_change(change: Any, sentence: str, so: Any) -> None:
    base = tiny_school()
    before = fingerprint(base)
    after = change.apply(base)
    assert so(_Seen(after))
    assert fingerprint(base) == before
    assert change.sentence(base).zh == sentence
    assert change.sentence(base).en
    assert CHANGE.validate_json(CHANGE.dump_json(change)) == change
    if not change.kind.endswith(("added", "joined", "dropped", "grown")):
        assert change.apply(after) == after  # what is so already stays so


def test_a_pin_is_released() -> None:
    base = tiny_school()
    pin = base.pins[0]
    change = PinReleased(slot=pin.slot, school_class=pin.school_class, club=pin.club, group=pin.group)
    assert pin not in change.apply(base).pins
    assert change.sentence(base).zh.startswith("解除")


def test_a_day_off_leaves_quotas_that_fill_the_slots() -> None:
    base = tiny_school()
    after = DayOff(day=Day(5)).apply(base)
    assert FRI_2 not in after.slots
    assert not [i for i in problem_issues(after) if i.severity == "error"]
    for c in after.classes:
        asked = sum(q.times for q in after.quotas[c.id].values())
        assert asked == len(after.slots_of(c, SlotKind.HOMEWORK)) == 3
    # 语文 and 数学 both have two: the later one gives way.
    assert [after.quotas["一1"][s].times for s in ("语文", "数学")] == [2, 1]


UNKNOWN: list[Any] = [
    RoomClosed(room="音乐教师"),
    RoomOpened(room="没有"),
    RoomChanged(room="没有"),
    RoomAdded(room=Room(id="操场")),
    PersonLeft(person="王9"),
    PersonAway(person="王9", slots=(MON_1,)),
    PersonFree(person="王9", slots=(MON_1,)),
    PersonChanged(person="王9"),
    PersonJoined(person=Instructor(id="李1", name="李1")),
    PapersRenewed(person="王9"),
    ClassAdded(school_class=CLASS.model_copy(update={"id": "一1"})),
    ClassAdded(school_class=CLASS.model_copy(update={"grade": "九年级"})),
    PupilsGrown(percent=1, grades=("九年级",)),
    QuotaChanged(subject="英语", times=1),
    QuotaChanged(subject="语文", times=1, classes=("九1",)),
    BandChanged(band="没有"),
    ClubAdded(club=CLUB.model_copy(update={"id": "足球"})),
    ClubDropped(club="足"),
    ClubChanged(club="大合唱", groups=2),
    SettingsChanged(drop_ratio=True, pupils_per_adult=9),
]


@pytest.mark.parametrize("change", UNKNOWN, ids=lambda change: change.kind)
def test_what_cannot_be_done_is_said(change: Any) -> None:
    with pytest.raises(ChangesError) as refused:
        apply_changes(tiny_school(), [change])
    (text,) = refused.value.texts
    assert text.zh.endswith(("。", "？"))
    assert text.en


def test_all_at_once_with_near_names() -> None:
    with pytest.raises(ChangesError) as refused:
        apply_changes(tiny_school(), [RoomClosed(room="音乐教师"), ClubDropped(club="足球"), PersonLeft(person="王9")])
    assert [t.zh.split("，")[0] for t in refused.value.texts] == ["没有场地“音乐教师”", "没有教师或外聘教师“王9”"]
    assert "音乐教室" in refused.value.texts[0].zh


def test_scenarios_stand_on_one_another() -> None:
    less = Scenario(name="少操场", changes=(RoomClosed(room="操场", slots=(THU_1,)),))
    more = Scenario(name="再少一人", base="少操场", changes=(PersonLeft(person="李1"),))
    assert changes_of(more, {"少操场": less}) == (*less.changes, *more.changes)
    with pytest.raises(ChangesError, match="没有这个方案"):
        changes_of(more, {})
    circle = less.model_copy(update={"base": "再少一人"})
    with pytest.raises(ChangesError, match="绕成了圈"):
        changes_of(more, {"少操场": circle, "再少一人": more})
