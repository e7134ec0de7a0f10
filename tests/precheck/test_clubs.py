"""Clubs alone and together: days, leaders, papers, rooms."""

from datetime import date

from models import Credential, CrossClassClub, Instructor, LeaderFrom, Problem, Room, RuleSetting, Strength
from tests.builders import FRI_2, MON_2, THU_1, THU_2, TUE_2, WED_2, changed, tiny_school
from tests.models.fired import plus, put
from tests.precheck.spoken import figures, only, spoken

CHOIR, FOOTBALL, SCIENCE = 0, 1, 2
BOTH = ("一年级", "二年级")


def _soft(school: Problem, rule: str) -> Problem:
    prefer = RuleSetting(rule=rule, strength=Strength.PREFER)
    return changed(school, settings=changed(school.settings, rules=(prefer,)))


def _sport(name: str, meetings: int, **values: object) -> CrossClassClub:
    return CrossClassClub(
        **{
            "id": name, "name": name, "grades": BOTH, "skills": ("体育",), "features": ("操场",), "least": 0,
            "meetings": meetings, "leader_from": LeaderFrom.OUTSIDE, **values,
        }
    )  # fmt: skip


def test_meetings_are_on_different_days() -> None:
    assert figures(put(tiny_school(), "clubs", CHOIR, meetings=5), "club_days") == []
    assert figures(put(tiny_school(), "clubs", CHOIR, meetings=6), "club_days") == [(6, 5)]
    double = put(tiny_school(), "clubs", SCIENCE, meetings=2)  # two periods in a row on Thursday only
    assert figures(double, "club_days") == [(2, 1)]
    assert "连续两节" in only(double, "club_days").text.zh


def test_odd_and_even_weeks_each_have_their_fixed_slots() -> None:
    """Fixed slots of odd weeks alone leave a club of every week without a slot in even weeks."""
    school = changed(tiny_school(), week=changed(tiny_school().week, cycle=2))
    fixed = put(school, "clubs", CHOIR, fixed_slots=(MON_2, WED_2))
    assert "双周" in only(fixed, "club_days").text.zh
    assert figures(put(fixed, "clubs", CHOIR, weeks="odd"), "club_days") == []


def test_all_groups_have_leaders_at_once() -> None:
    """李1, 李2 and 李4 sing: three groups with a leader each, not two groups with two."""
    assert figures(put(tiny_school(), "clubs", CHOIR, groups=3), "club_leaders") == []
    gap = only(put(tiny_school(), "clubs", CHOIR, leaders=2), "club_leaders")
    assert (gap.demand, gap.supply, gap.people) == (4, 3, ("李1", "李2", "李4"))
    assert "有专长（合唱）的本校教师" in gap.text.zh


def test_papers_cover_the_term_to_its_last_day() -> None:
    def until(day: date) -> Problem:
        return put(tiny_school(), "instructors", 0, credentials=(Credential(name="合同", valid_until=day),))

    assert figures(until(date(2027, 7, 2)), "credentials_cover_term") == []
    found = spoken(until(date(2027, 7, 1)), "credentials_cover_term")
    assert [s.clubs for s in found] == [("足球",), ("篮球",)]
    assert "孙教练的合同（—至2027-07-01）" in found[0].text.zh


def test_an_instructor_comes_when_the_club_can_meet() -> None:
    """足球 meets on two days, 篮球 for both periods of Thursday: visits on Monday, Wednesday, Thursday just do."""
    enough = put(tiny_school(), "instructors", 0, visits_only=(MON_2, WED_2, THU_1, THU_2))
    assert figures(enough, "leaders_come") == []
    monday = spoken(put(tiny_school(), "instructors", 0, visits_only=(MON_2, THU_1, THU_2)), "leaders_come")
    assert monday == []  # Thursday will do for 足球 too, as far as this check sees
    found = spoken(put(tiny_school(), "instructors", 0, visits_only=(MON_2,)), "leaders_come")
    assert [(s.clubs, s.demand, s.supply) for s in found] == [(("足球",), 2, 1), (("篮球",), 1, 0)]


def test_a_club_that_keeps_its_leader_needs_one_who_comes_each_time() -> None:
    """Two coaches, one on Monday and Thursday, one on Wednesday: together they could, neither could alone."""
    other = Instructor(id="钱教练", name="钱教练", skills=("体育",), visits_only=(WED_2,))
    school = plus(put(tiny_school(), "instructors", 0, visits_only=(MON_2,)), "instructors", other)
    gaps = [s for s in spoken(school, "leaders_keep_club") if s.clubs == ("足球",)]
    assert [(s.demand, s.supply) for s in gaps] == [(1, 0)]
    assert spoken(_soft(school, "club_keeps_leader"), "leaders_keep_club") == []
    one_day_more = put(school, "instructors", 1, visits_only=(WED_2, FRI_2))
    assert [s for s in spoken(one_day_more, "leaders_keep_club") if s.clubs == ("足球",)] == []


def test_meetings_of_a_skill_fit_into_the_week_of_its_people() -> None:
    """合唱 4, 大合唱 1, 科学 2 (李4 only) make 7 duties for 李1, 李2 and 李4."""

    def most(sessions: int) -> Problem:
        school = tiny_school()
        for place in (4, 5, 7):
            school = put(school, "teachers", place, weekly_most=sessions)
        return _soft(school, "club_keeps_leader")

    assert figures(most(3), "leaders_in_week") == []
    gap = only(most(2), "leaders_in_week")
    assert (gap.demand, gap.supply, gap.clubs) == (7, 6, ("合唱", "科学", "大合唱"))


def test_clubs_that_keep_their_leader_are_taken_whole() -> None:
    """Three clubs of two sessions for two coaches: six sessions for 3 + 3, but each can take only one whole club."""

    def coaches(most: int) -> Problem:
        other = Instructor(id="钱教练", name="钱教练", skills=("体育",), weekly_most=most)
        school = plus(put(tiny_school(), "instructors", 0, weekly_most=most), "instructors", other)
        return plus(school, "clubs", _sport("排球", 2))

    assert figures(coaches(3), "leaders_in_week") == []
    assert only(coaches(3), "leaders_for_all_clubs").clubs == ("足球", "篮球", "排球")
    assert figures(coaches(3), "leaders_for_all_clubs") == [(3, 2)]
    assert figures(coaches(4), "leaders_for_all_clubs") == []
    assert figures(_soft(coaches(3), "club_keeps_leader"), "leaders_for_all_clubs") == []


def test_a_room_fits_a_club() -> None:
    """科学 takes 40 into 科学教室."""
    place = [r.id for r in tiny_school().rooms].index("科学教室")
    assert figures(put(tiny_school(), "rooms", place, capacity=40), "club_rooms") == []
    small = only(put(tiny_school(), "rooms", place, capacity=39), "club_rooms")
    assert (small.demand, small.supply, small.clubs) == (1, 0, ("科学",))
    assert figures(put(tiny_school(), "rooms", place, closed=(THU_2,)), "club_rooms") == [(1, 0)]
    assert figures(put(tiny_school(), "rooms", place, closed=(FRI_2,)), "club_rooms") == []


def test_groups_that_must_meet_at_once_have_different_rooms() -> None:
    """音乐教室 and 舞蹈房 hold both groups of 合唱, and no 葫芦丝 beside them."""

    def flutes(*slots: tuple[int, int, int]) -> Problem:
        school = put(tiny_school(), "clubs", CHOIR, fixed_slots=(MON_2, WED_2))
        flute = CrossClassClub(id="葫芦丝", name="葫芦丝", grades=BOTH, features=("音乐",), fixed_slots=slots)
        return plus(school, "clubs", flute)

    gap = only(flutes(MON_2), "rooms_in_slot")
    assert gap.text.zh == "周一第2节需要音乐场地3处，只有2处（音乐教室、舞蹈房）；涉及：合唱、葫芦丝。"
    assert (gap.slot, gap.rooms) == (MON_2, ("音乐教室", "舞蹈房"))
    assert figures(flutes(TUE_2), "rooms_in_slot") == []
    assert figures(flutes(MON_2, TUE_2), "rooms_in_slot") == []  # it may meet on Tuesday


def test_a_class_with_homework_sits_in_its_home_room() -> None:
    """教室1 closed on Monday period 1 sends 一1 to any room for 20, unless all are taken or too small."""
    rooms = tuple(Room(id=f"教室{n}", capacity=45) for n in range(1, 5))
    closed = (changed(rooms[0], closed=(MON_2._replace(period=1),)), *rooms[1:])
    assert figures(tiny_school(), "rooms_in_slot") == []
    without = changed(tiny_school(), rooms=closed)
    gap = next(s for s in spoken(without, "rooms_in_slot") if s.slot == MON_2._replace(period=1))
    assert (gap.demand, gap.supply) == (4, 3)
    assert set(gap.classes) == {"一1", "一2", "二1", "二2"}


def test_a_room_holds_all_its_clubs_in_a_week() -> None:
    """科学教室 has six club slots; 科学 takes two of them."""

    def lab(meetings: int) -> Problem:
        other = CrossClassClub(id="天文", name="天文", grades=BOTH, features=("实验",), meetings=meetings)
        return plus(tiny_school(), "clubs", other)

    assert figures(lab(4), "rooms_in_week") == []
    gap = only(lab(5), "rooms_in_week")
    assert (gap.demand, gap.supply, gap.clubs, gap.rooms) == (7, 6, ("科学", "天文"), ("科学教室",))


def test_clubs_that_keep_their_room_are_placed_whole() -> None:
    """Three clubs of four meetings, two rooms of six slots: 12 meetings in 12 places, but one whole club to a room."""

    def kilns(meetings: int) -> Problem:
        school = plus(
            tiny_school(), "rooms", Room(id="陶艺1", features=("陶艺",)), Room(id="陶艺2", features=("陶艺",))
        )
        clubs = [
            CrossClassClub(id=f"陶{n}", name=f"陶{n}", grades=BOTH, features=("陶艺",), meetings=meetings)
            for n in (1, 2, 3)
        ]
        return plus(school, "clubs", *clubs)

    assert figures(kilns(4), "rooms_in_week") == []
    assert figures(kilns(4), "rooms_for_all_clubs") == [(3, 2)]
    assert figures(kilns(3), "rooms_for_all_clubs") == []
    assert figures(_soft(kilns(4), "club_keeps_room"), "rooms_for_all_clubs") == []
