"""Changes of clubs, quotas, bands, rules, settings and pins do to the small school what they say."""

from models import (
    BandChanged,
    ClassActivity,
    ClubAdded,
    ClubChanged,
    ClubDropped,
    CrossClassClub,
    HomeworkQuota,
    LeaderFrom,
    MayServe,
    Patrol,
    Pin,
    PinReleased,
    QuotaChanged,
    RuleChanged,
    RuleSetting,
    Settings,
    SettingsChanged,
    Strength,
)
from tests.builders import MON_1, MON_2, TUE_2, WED_2, changed, tiny_school

LANGUAGE, MATHS = tiny_school().homework


def pin(**fields: object) -> Pin:
    """A pin by the office."""
    return Pin(**{"slot": MON_2, "by": "教务处", "reason": "已约定", **fields})


def test_a_club_is_added() -> None:
    club = ClassActivity(id="绘本", name="绘本", classes=("一1",))
    assert ClubAdded(club=club).apply(tiny_school()).clubs == (*tiny_school().clubs, club)


def test_pins_go_with_a_dropped_club() -> None:
    after = ClubDropped(club="足球").apply(tiny_school())
    assert [c.id for c in after.clubs] == ["合唱", "科学", "篮球", "大合唱", "安全教育"]
    assert after.pins == tiny_school().pins[:1]


def test_a_club_meets_otherwise() -> None:
    change = ClubChanged(club="足球", meetings=1, most=30, fixed_slots=(MON_2,), leader_from=LeaderFrom.EITHER)
    expected = changed(
        tiny_school().club_by_id["足球"], meetings=1, most=30, fixed_slots=(MON_2,), leader_from=LeaderFrom.EITHER
    )
    assert change.apply(tiny_school()).club_by_id["足球"] == expected
    freed = ClubChanged(club="足球", fixed_slots=(), features=()).apply(change.apply(tiny_school()))
    assert freed.club_by_id["足球"] == changed(expected, fixed_slots=(), features=())


def test_pins_on_groups_that_are_gone_go() -> None:
    pins = (pin(club="合唱"), pin(club="合唱", group=2))
    after = ClubChanged(club="合唱", groups=1).apply(tiny_school(pins=pins))
    assert after.pins == pins[:1]


def test_an_activity_may_have_other_meetings_and_slots() -> None:
    after = ClubChanged(club="安全教育", meetings=2, fixed_slots=(TUE_2, WED_2)).apply(tiny_school())
    assert after.clubs[-1] == changed(tiny_school().clubs[-1], meetings=2, fixed_slots=(TUE_2, WED_2))


def test_a_quota_changes_everywhere() -> None:
    homework = (LANGUAGE, MATHS, HomeworkQuota(subject="语文", times=4, classes=("一1",), who=MayServe.ANYBODY))
    after = QuotaChanged(subject="语文", times=1).apply(tiny_school(homework=homework))
    assert after.homework == tuple(changed(q, times=1) if q.subject == "语文" else q for q in homework)


def test_a_grades_quota_is_split_off() -> None:
    after = QuotaChanged(subject="数学", times=1, grades=("二年级",)).apply(tiny_school())
    assert after.homework == (
        LANGUAGE,
        changed(MATHS, grades=("一年级",)),
        changed(MATHS, grades=("二年级",), times=1),  # as before, teachers of the subject or of the class
    )


def test_a_grade_without_a_quota_gets_one() -> None:
    homework = (LANGUAGE, changed(MATHS, grades=("一年级",)))
    after = QuotaChanged(subject="数学", times=1, grades=("一年级", "二年级")).apply(tiny_school(homework=homework))
    assert after.homework == (
        LANGUAGE,
        changed(MATHS, grades=("一年级",), times=1),
        HomeworkQuota(subject="数学", times=1, grades=("二年级",)),
    )


def test_classes_of_a_quota_keep_it_when_its_grades_change() -> None:
    homework = (changed(LANGUAGE, grades=("二年级",), classes=("一1",)), MATHS)
    after = QuotaChanged(subject="语文", times=1, grades=("二年级",)).apply(tiny_school(homework=homework))
    assert after.quotas["一1"]["语文"].times == 2
    assert after.quotas["二1"]["语文"].times == 1


def test_classes_get_a_quota_of_their_own_with_what_was_in_force() -> None:
    after = QuotaChanged(subject="数学", times=1, classes=("一1", "二2")).apply(tiny_school())
    own = HomeworkQuota(subject="数学", times=1, classes=("一1", "二2"), who=MayServe.OWN)
    assert after.homework == (LANGUAGE, MATHS, own)


def test_a_classes_quota_is_replaced_and_others_keep_theirs() -> None:
    special = HomeworkQuota(subject="语文", times=4, classes=("一1", "一2"), who=MayServe.NAMED, people=("王1",))
    problem = tiny_school(homework=(LANGUAGE, MATHS, special))
    after = QuotaChanged(subject="语文", times=3, classes=("一2", "二1")).apply(problem)
    assert after.homework[2:] == (
        changed(special, classes=("一1",)),
        changed(special, classes=("一2",), times=3),  # what was in force for 一2 …
        HomeworkQuota(subject="语文", times=3, classes=("二1",)),  # … and what was for 二1
    )
    after = QuotaChanged(subject="语文", times=3, classes=("一1", "一2")).apply(problem)
    assert after.homework[2:] == (changed(special, times=3),)


def test_a_band_walks_otherwise() -> None:
    after = BandChanged(band="全校", walking_least=2, fixed_slots=(MON_2, WED_2)).apply(tiny_school())
    assert after.bands == (changed(tiny_school().bands[0], walking_least=2, fixed_slots=(MON_2, WED_2)),)
    after = BandChanged(band="全校", walking_most=5, fixed_slots=()).apply(after)
    assert after.bands == (changed(tiny_school().bands[0], walking_least=2, walking_most=5),)


def test_a_rule_is_set_and_set_again() -> None:
    problem = tiny_school(settings=Settings(rules=(RuleSetting(rule="fair_load", weight=7),)))
    after = RuleChanged(rule="own_teacher", strength=Strength.OFF).apply(problem)
    after = RuleChanged(rule="fair_load", strength=Strength.MUST).apply(after)
    after = RuleChanged(rule="own_teacher", weight=3).apply(after)
    assert after.settings.rules == (
        RuleSetting(rule="fair_load", strength=Strength.MUST, weight=7),
        RuleSetting(rule="own_teacher", strength=Strength.OFF, weight=3),
    )


def test_settings() -> None:
    after = SettingsChanged(patrol_at_least=2, accompany_instructors=False, pupils_per_adult=25).apply(tiny_school())
    assert after.settings == Settings(
        patrol=Patrol(at_least=2, spread=1), accompany_instructors=False, pupils_per_adult=25
    )
    assert SettingsChanged(drop_ratio=True).apply(after).settings.pupils_per_adult is None


def test_a_pin_is_released_and_its_neighbours_stay() -> None:
    pins = (
        pin(slot=MON_1, school_class="一1", subject="语文"),
        pin(slot=MON_1, school_class="一2", subject="语文"),
        pin(club="合唱"),
        pin(club="合唱", group=2),
        pin(school_class="二1", club="安全教育"),
    )
    problem = tiny_school(pins=pins)

    def left(change: PinReleased) -> list[int]:
        kept = change.apply(problem).pins
        return [i for i, one in enumerate(pins) if one in kept]

    assert left(PinReleased(slot=MON_1, school_class="一1")) == [1, 2, 3, 4]
    assert left(PinReleased(slot=MON_2, club="合唱", group=2)) == [0, 1, 2, 4]
    assert left(PinReleased(slot=MON_2, school_class="二1", club="安全教育")) == [0, 1, 2, 3]
    assert left(PinReleased(slot=MON_2, school_class="二1")) == [0, 1, 2, 3]
    assert left(PinReleased(slot=MON_2, club="安全教育")) == [0, 1, 2, 3, 4]  # no pin of the club itself
    assert left(PinReleased(slot=WED_2, club="合唱")) == [0, 1, 2, 3, 4]


def test_groups_of_a_cross_class_club() -> None:
    after = ClubChanged(club="合唱", groups=3, least=0).apply(tiny_school())
    club = after.club_by_id["合唱"]
    assert isinstance(club, CrossClassClub)
    assert [g.id for g in after.groups if g.club == club] == ["合唱·1", "合唱·2", "合唱·3"]
