"""Every sentence of a change that cannot be made, in both languages; all of them at once."""

import pytest
from pydantic import ValidationError

from models import (
    ChangeBase,
    ChangeError,
    ChangesError,
    ClassActivity,
    ClubAdded,
    ClubChanged,
    Day,
    DayOff,
    PersonAway,
    PersonLeft,
    PupilsGrown,
    QuotaChanged,
    Room,
    RoomAdded,
    RoomClosed,
    RuleChanged,
    SlotKind,
    Strength,
    Text,
    apply_changes,
)
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school
from tests.models.changes.wrong import CLUB, NEW, WRONG


@pytest.mark.parametrize(("change", "zh", "en"), WRONG, ids=lambda value: str(getattr(value, "kind", "")))
def test_the_culprit_and_the_cure(change: ChangeBase, zh: str, en: str) -> None:
    problem = tiny_school()
    with pytest.raises(ChangeError) as caught:
        change.apply(problem)
    assert caught.value.text == Text(zh, en)
    assert caught.value.texts == (caught.value.text,)
    assert problem == tiny_school()


def test_the_only_day_cannot_be_off() -> None:
    kinds = tuple(
        setting if setting.day is Day.MON else changed(setting, kind=SlotKind.OFF)
        for setting in tiny_school().week.kinds
    )
    problem = tiny_school(week=changed(tiny_school().week, kinds=kinds))
    with pytest.raises(ChangeError) as caught:
        DayOff(day=Day.MON).apply(problem)
    assert caught.value.texts == (
        Text(
            "停开一天：除了周一，一周里没有别的课后服务时段，不能再停周一，请换一天。",
            "Day off: there is service on no day but Mon; choose another day.",
        ),
    )


def test_a_subject_that_no_grade_has_needs_to_be_told_where() -> None:
    problem = tiny_school(homework=tiny_school().homework[:1])
    with pytest.raises(ChangeError) as caught:
        QuotaChanged(subject="数学", times=2).apply(problem)
    assert caught.value.text == Text(
        "作业辅导调整：还没有年级安排“数学”辅导，请写明是哪些年级或班级。",
        "Quota changed: no grade has “数学” yet; say which grades or classes are meant.",
    )
    assert QuotaChanged(subject="数学", times=2, grades=("一年级",)).apply(problem).quotas["一1"]["数学"].times == 2


def test_one_change_tells_all_that_is_wrong_with_it() -> None:
    club = changed(CLUB, grades=("一年级", "九年级"), named_rooms=("泳池",), least=31, most=30)
    with pytest.raises(ChangeError) as caught:
        ClubAdded(club=club).apply(tiny_school())
    assert [text.zh.partition("，")[0] for text in caught.value.texts] == [
        "社团“二胡”：没有叫“九年级”的年级",
        "社团“二胡”：没有叫“泳池”的场地",
        "社团“二胡”：最少31人大于名额30人",
    ]


def test_faults_that_the_school_had_before_are_not_the_changes() -> None:
    club = changed(tiny_school().clubs[-1], classes=("九9",))
    problem = tiny_school(clubs=(*tiny_school().clubs[:-1], club))
    assert ClubChanged(club="安全教育", meetings=2).apply(problem).clubs[-1].meetings == 2


def test_several_changes_tell_all_that_is_wrong_with_any_of_them() -> None:
    changes = (
        RoomClosed(room="泳池"),
        ClubAdded(club=ClassActivity(id="绘本", name="绘本", grades=("一年级",))),
        ClubChanged(club="绘本", meetings=2),  # there by now
        PersonLeft(person="钱七"),
        PersonLeft(person="钱七"),
    )
    with pytest.raises(ChangesError) as caught:
        apply_changes(tiny_school(), changes)
    assert [text.zh for text in caught.value.texts] == [
        f"场地停用：没有叫“泳池”的场地，{NEW}",
        f"人员离岗：没有叫“钱七”的教师，{NEW}",
    ]
    assert str(caught.value) == "\n".join(text.zh for text in caught.value.texts)


def test_changes_apply_in_order() -> None:
    changes = (
        PupilsGrown(percent=50),
        PupilsGrown(percent=-50),
        RoomAdded(room=Room(id="泳池")),
        RoomClosed(room="泳池"),
    )
    after = apply_changes(tiny_school(), changes)
    assert {c.pupils for c in after.classes} == {15}  # 20 → 30 → 15
    assert after.room_by_id["泳池"].closed == after.slots
    assert apply_changes(tiny_school(), ()) == tiny_school()


def test_an_absence_has_slots() -> None:
    with pytest.raises(ValidationError, match="slots"):
        PersonAway(person="王1", slots=())


def test_rules_are_refused_where_their_cards_are_known() -> None:
    yes = RuleChanged(rule="own_teacher", strength=Strength.MUST, weight=3)
    changes = (
        yes,
        RuleChanged(rule="own_techer", weight=3),
        RuleChanged(rule="nothing_like_it", weight=3),
        RuleChanged(rule="class_covered", strength=Strength.OFF),
    )
    with pytest.raises(ChangesError) as caught:
        apply_changes(tiny_school(), changes, rule_cards())
    assert caught.value.texts == (
        Text(
            "规则调整：没有叫“own_techer”的规则，是不是“own_teacher”？",
            "Rule changed: there is no rule called “own_techer”; is “own_teacher” meant?",
        ),
        Text(
            "规则调整：没有叫“nothing_like_it”的规则。",
            "Rule changed: there is no rule called “nothing_like_it”.",
        ),
        Text(
            "规则调整：规则“每班每时段有去处”不能设为“关闭”，只能是：必须。",
            "Rule changed: rule “Every class is somewhere” cannot be set to “off”, only to: must.",
        ),
    )
    assert apply_changes(tiny_school(), (yes,), rule_cards()) == yes.apply(tiny_school())
    # Without the cards any key is taken: which rules there are, models do not know.
    assert len(apply_changes(tiny_school(), changes).settings.rules) == 4
