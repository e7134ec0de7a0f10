"""Sheet 方案: what the office types is read as changes; what is wrong is named at its cell; the problem stays."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from exchange.columns.change_words import CHANGE_WORDS, WORDS_OF
from exchange.template import write_template, write_workbook
from exchange.workbook_read import read_workbook
from models import (
    CHANGE_KINDS,
    BandChanged,
    Change,
    ChangeBase,
    ClassAdded,
    ClubAdded,
    ClubChanged,
    ClubDropped,
    CrossClassClub,
    Day,
    DayOff,
    Instructor,
    Language,
    LeaderFrom,
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
    Scenario,
    SchoolClass,
    SettingsChanged,
    Severity,
    Strength,
    Teacher,
    fingerprint,
)
from scheduler.rules import rule_cards
from tests.builders import FRI_2, MON_1, MON_2, WED_1, WED_2, tiny_school
from tests.exchange import files
from tests.exchange.changes import CHANGES as RANDOM_CHANGES
from tests.exchange.scenario_rows import read
from tests.models.changes.kinds import CHANGES

STUDIO = Room(id="会议室", features=("舞蹈", "瑜伽"), capacity=40)


def changes(path: Path, *rows: list[object]) -> tuple[Change, ...]:
    """The changes of one scenario, from (变更, 对象, 内容)."""
    reading = read(path, *(["甲", None, *row] for row in rows))
    assert [i.text.zh for i in reading.issues if i.sheet == "方案" and i.severity is Severity.ERROR] == []
    (scenario,) = reading.scenarios
    return scenario.changes


TYPED: list[tuple[list[object], ChangeBase]] = [
    (["场地停用", "音乐室", "周三第2节"], RoomClosed(room="音乐室", slots=(WED_2,))),
    (["场地停用", "音乐室", None], RoomClosed(room="音乐室")),
    (["场地停用", "音乐室", "时段：周三第2节；周五第2节"], RoomClosed(room="音乐室", slots=(WED_2, FRI_2))),
    (["场地停用", "音乐室", '{"slots": ["3.2"]}'], RoomClosed(room="音乐室", slots=(WED_2,))),
    (["Room closed", "音乐室", "Wed period 2"], RoomClosed(room="音乐室", slots=(WED_2,))),
    (["场地启用", "音乐室", "周三"], RoomOpened(room="音乐室", slots=(WED_1, WED_2))),
    (["增加场地", "会议室", "功能 舞蹈、瑜伽；容量 40"], RoomAdded(room=STUDIO)),
    (["增加场地", None, '{"id": "会议室"}'], RoomAdded(room=Room(id="会议室"))),
    (["场地调整", "音乐室", "舞蹈"], RoomChanged(room="音乐室", add_features=("舞蹈",))),
    (
        ["场地调整", "音乐室", "增加功能 舞蹈、瑜伽，取消功能：合唱；容量=40"],
        RoomChanged(room="音乐室", add_features=("舞蹈", "瑜伽"), remove_features=("合唱",), capacity=40),
    ),
    (["人员离岗", "王芳", None], PersonLeft(person="王芳")),
    (["请假", "王芳", "周五"], PersonAway(person="王芳", slots=((5, 1, 1), FRI_2))),
    (["人员可以排", "王芳", "周五2"], PersonFree(person="王芳", slots=(FRI_2,))),
    (["人员调整", "王芳", 4], PersonChanged(person="王芳", weekly_most=4)),
    (["人员调整", "王芳", "4节"], PersonChanged(person="王芳", weekly_most=4)),
    (
        ["人员调整", "王芳", "周课时上限 4，日课时上限改为1，增加专长 书法、二胡"],
        PersonChanged(person="王芳", weekly_most=4, daily_most=1, add_skills=("书法", "二胡")),
    ),
    (
        ["增加人员", "钱老师", "学科 语文；周课时上限 5"],
        PersonJoined(person=Teacher(id="钱老师", name="钱老师", subjects=("语文",), weekly_most=5)),
    ),
    (
        ["增加人员", "孙教练", '{"kind": "instructor", "fee": 100}'],
        PersonJoined(person=Instructor(id="孙教练", name="孙教练", fee=100)),
    ),
    (
        ["增加人员", "周老师", "身份 外聘；专长 二胡；可来时段 周三第2节；课时费 80"],
        PersonJoined(person=Instructor(id="周老师", name="周老师", skills=("二胡",), visits_only=(WED_2,), fee=80)),
    ),
    (["资质续期", "王芳", None], PapersRenewed(person="王芳")),
    (
        ["增加班级", "二（2）班", "年级 二年级；人数 41；固定教室 音乐室"],
        ClassAdded(school_class=SchoolClass(id="二2", grade="二年级", pupils=41, home_room="音乐室")),
    ),
    (["学生增减", None, "10%"], PupilsGrown(percent=10)),
    (["学生增减", "二年级", "减少5%"], PupilsGrown(percent=-5, grades=("二年级",))),
    (["学生增减", "全校", 0.07], PupilsGrown(percent=7, grades=("一年级", "二年级"))),
    (["学生增减", None, -12], PupilsGrown(percent=-12)),
    (
        ["加开社团", "二胡", "所属年级 全校；专长 二胡；师资来源 外聘；周次数 2"],
        ClubAdded(
            club=CrossClassClub(
                id="二胡",
                name="二胡",
                grades=("一年级", "二年级"),
                skills=("二胡",),
                leader_from=LeaderFrom.OUTSIDE,
                meetings=2,
            )
        ),
    ),
    (["停开社团", "合唱", None], ClubDropped(club="合唱")),
    (
        ["社团调整", "合唱", "周次数 2；上课时间 不限；场地功能 不限；师资来源 均可；人数上限 40"],
        ClubChanged(
            club="合唱", meetings=2, fixed_slots=(), features=(), leader_from=LeaderFrom.EITHER, most=40
        ),
    ),
    (["社团调整", "合唱", "上课时间 周三第2节、周五第2节"], ClubChanged(club="合唱", fixed_slots=(WED_2, FRI_2))),
    (["作业辅导调整", "语文", "2"], QuotaChanged(subject="语文", times=2)),
    (
        ["作业辅导调整", "语文", "周课时 2；年级或班级 一年级、二1"],
        QuotaChanged(subject="语文", times=2, grades=("一年级",), classes=("二1",)),
    ),
    (["走班调整", "全校", "2–3"], BandChanged(band="全校", walking_least=2, walking_most=3)),
    (["走班时段", "全校", 2], BandChanged(band="全校", walking_least=2, walking_most=2)),
    (
        ["走班调整", "全校", "最多走班时段 4；固定时段 周三第2节"],
        BandChanged(band="全校", walking_most=4, fixed_slots=(WED_2,)),
    ),
    (["规则调整", "own_teacher", "关闭"], RuleChanged(rule="own_teacher", strength=Strength.OFF)),
    (["规则调整", "fair_load", "尽量；权重 9"], RuleChanged(rule="fair_load", strength=Strength.PREFER, weight=9)),
    (
        ["全校设置调整", "全校", "每节巡查人数 2，外聘须有教师陪同 否，不要求师生比"],
        SettingsChanged(patrol_at_least=2, accompany_instructors=False, drop_ratio=True),
    ),
    (["全校设置调整", None, "师生比 1:25"], SettingsChanged(pupils_per_adult=25)),
    (["解除锁定", "一1", "周一第1节"], PinReleased(slot=MON_1, school_class="一1")),
    (["解除锁定", "合唱", "周一第2节；组 2"], PinReleased(slot=MON_2, club="合唱", group=2)),
    (["停开一天", "周五", None], DayOff(day=Day.FRI)),
    (["停课", "星期二", None], DayOff(day=Day.TUE)),
]  # fmt: skip


@pytest.mark.parametrize(("row", "change"), TYPED, ids=lambda value: str(value[0]) if isinstance(value, list) else "")
def test_what_the_office_types(row: list[object], change: ChangeBase, tmp_path: Path) -> None:
    assert changes(tmp_path, row) == (change,)


def test_every_kind_is_typed_once_and_has_its_words() -> None:
    assert {getattr(change, "kind", "") for _, change in TYPED} == set(CHANGE_KINDS) == set(WORDS_OF)
    assert len(WORDS_OF) == len(CHANGE_WORDS)


def test_a_rule_may_be_named_by_its_title(tmp_path: Path) -> None:
    card = next(card for card in rule_cards() if card.key == "own_teacher")
    assert changes(tmp_path, ["规则调整", card.title.zh, "权重 3"]) == (RuleChanged(rule="own_teacher", weight=3),)


def test_several_slots_release_several_pins(tmp_path: Path) -> None:
    assert changes(tmp_path, ["解除锁定", "合唱", "周一第2节、周三第2节"]) == (
        PinReleased(slot=MON_2, club="合唱"),
        PinReleased(slot=WED_2, club="合唱"),
    )


def test_rows_of_one_name_are_one_scenario(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        ["维修", None, "场地停用", "音乐室", "周三第2节", "暑期维修"],
        ["更少", "维修", "停开社团", "合唱", None, None],
        ["维修", None, "人员离岗", "王芳", None, "另有安排"],
        ["空的", None, None, None, None, "以后再填"],
    )
    assert reading.scenarios == (
        Scenario(
            name="维修",
            note="暑期维修；另有安排",
            changes=(RoomClosed(room="音乐室", slots=(WED_2,)), PersonLeft(person="王芳")),
        ),
        Scenario(name="更少", base="维修", changes=(ClubDropped(club="合唱"),)),
        Scenario(name="空的", note="以后再填"),
    )
    assert [i for i in reading.issues if i.sheet == "方案"] == []


def test_the_problem_and_its_fingerprint_are_without_scenarios(tmp_path: Path) -> None:
    without = files.problem(tmp_path, files.sheets())
    reading = read(tmp_path, ["甲", None, "停开社团", "合唱", None])
    assert reading.problem == without
    assert reading.problem is not None
    assert fingerprint(reading.problem) == fingerprint(without)


def test_a_workbook_without_the_sheet_reads_as_before(tmp_path: Path) -> None:
    reading = files.read(tmp_path, files.sheets())
    assert reading.scenarios == ()
    assert reading.problem is not None


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # making a failing workbook smaller takes minutes
)
@given(made=st.lists(RANDOM_CHANGES, min_size=20, max_size=40))
def test_any_changes_come_back(made: list[Change], tmp_path: Path) -> None:
    # In words where those read back the same, else as JSON: whatever the names, and however little sense they make.
    scenario = Scenario(name="甲", changes=tuple(made))
    write_workbook(tiny_school(), tmp_path / "school.xlsx", (), "zh", (scenario,))
    reading = read_workbook(tmp_path / "school.xlsx", ())
    assert [i.text.zh for i in reading.issues if i.severity is Severity.ERROR] == []
    assert reading.scenarios == (scenario,)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_written_is_what_is_read(language: Language, tmp_path: Path) -> None:
    made = (
        Scenario(name="全部", note="每种一个", changes=CHANGES),
        Scenario(name="再改", base="全部", changes=(PersonLeft(person="王1"),)),
        Scenario(name="空的"),
    )
    path = tmp_path / "school.xlsx"
    write_workbook(tiny_school(), path, rule_cards(), language, made)
    reading = read_workbook(path, rule_cards())
    assert [i.text.zh for i in reading.issues if i.severity is Severity.ERROR] == []
    assert reading.scenarios == made


def test_the_template_shows_examples_that_are_not_read(tmp_path: Path) -> None:
    write_template(tmp_path / "blank.xlsx", rule_cards())
    reading = read_workbook(tmp_path / "blank.xlsx", rule_cards())
    assert reading.scenarios == ()
    assert [i.text.zh for i in reading.issues if i.sheet == "方案"] == []
