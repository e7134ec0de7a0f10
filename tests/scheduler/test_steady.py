"""Head counts: the same at all meetings of a club as far as can be, every rule kept, groups and classes evenly used."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from models import CrossClassClub, Participation
from scheduler.dispatch import Places, dispatch
from scheduler.progress import SolveOptions
from scheduler.scope import Unit
from scheduler.solve import solve
from scheduler.steady import steady
from tests.builders import CLASSES, changed, tiny_school
from tests.scheduler.random_walks import random_walk
from tests.scheduler.walking_school import (
    GRADES,
    MON,
    THU,
    TUE,
    WED,
    HeadCounts,
    empty,
    head_counts,
    meeting,
    most_pupils,
    sent,
    timetable,
    walking_school,
)
from tests.timetables import judged

FOUR = {"一1": 41, "一2": 38, "二1": 43, "二2": 37}
EVERYONE, VOLUNTEERS = Participation.EVERYONE, Participation.VOLUNTEERS
NAMES = ("合唱", "足球", "书法", "棋艺")


def _club(name: str, least: int, most: int, grades: tuple[str, ...] = GRADES) -> CrossClassClub:
    return CrossClassClub(id=name, name=name, grades=grades, least=least, most=most)


def _apart(places: Places) -> int:
    """By how many pupils of a grade the meetings of groups differ, all in all, from the number that each group has at
    its usual meeting: the one from which the others differ least."""
    found: dict[tuple[Unit, str], list[int]] = {}
    for taken in places.values():
        for group, count in taken.items():
            found.setdefault(group, []).append(count)
    return sum(min(sum(abs(count - usual) for count in counts) for usual in counts) for counts in found.values())


def _totals(counts: HeadCounts, club: str) -> list[int]:
    return [sum(p.values()) for units in counts.values() for u, p in units.items() if u.club.id == club]


def test_the_same_groups_have_the_same_pupils_at_both_meetings() -> None:
    """159 pupils in 176 places: the clubs need not be full, and could be filled in many ways."""
    clubs = [_club(name, 12, 44) for name in NAMES]
    counts = head_counts(walking_school(FOUR, *clubs), dict.fromkeys(NAMES, (TUE, THU)))
    assert counts[TUE] == counts[THU]
    assert {c: sum(p.get(c, 0) for p in counts[TUE].values()) for c in FOUR} == FOUR


def test_groups_are_filled_evenly_and_classes_are_spread() -> None:
    """159 = 40 + 40 + 40 + 39, and of each class a quarter in each club, rounded up or down."""
    clubs = [_club(name, 12, 44) for name in NAMES]
    counts = head_counts(walking_school(FOUR, *clubs), dict.fromkeys(NAMES, (TUE,)))
    assert sorted(sum(p.values()) for p in counts[TUE].values()) == [39, 40, 40, 40]
    assert all(abs(p[c] - size / 4) <= 1 for p in counts[TUE].values() for c, size in FOUR.items())


def test_groups_are_filled_in_proportion_to_their_size() -> None:
    """Halfway between least and most is 30, 20 and 10; 48 pupils are four fifths of 60."""
    clubs = [_club("甲", 20, 40), _club("乙", 10, 30), _club("丙", 5, 15)]
    counts = head_counts(walking_school({"一1": 48}, *clubs), dict.fromkeys(("甲", "乙", "丙"), (MON,)))
    assert [_totals(counts, club.id) for club in clubs] == [[24], [16], [8]]


def test_least_and_most_come_before_evenness() -> None:
    """甲 must have 30 of the 40 pupils, 乙 may have no more than 4."""
    clubs = [_club("甲", 30, 40), _club("乙", 0, 4), _club("丙", 0, 40)]
    counts = head_counts(walking_school({"一1": 20, "二1": 20}, *clubs), dict.fromkeys(("甲", "乙", "丙"), (MON,)))
    found = [_totals(counts, club.id)[0] for club in clubs]
    assert sum(found) == 40
    assert found[0] >= 30
    assert found[1] <= 4


def test_clubs_of_one_day_only_take_turns() -> None:
    """合唱 meets on both days and is the same; whoever is in 足球 on Monday is in 书法 on Wednesday."""
    clubs = [_club(name, 10, 100) for name in NAMES[:3]]
    counts = head_counts(walking_school(FOUR, *clubs), {"合唱": (MON, WED), "足球": (MON,), "书法": (WED,)})
    for c in FOUR:
        monday, wednesday = sent(counts, "合唱", c)
        assert monday == wednesday
        assert sent(counts, "足球", c) == sent(counts, "书法", c)


def test_bands_that_walk_on_partly_different_days() -> None:
    """一年级 walks Mon and Tue, 二年级 Tue and Wed; only on Tuesday there is 合唱, for both, with at least 20.

    They must come from the other clubs, so that these differ by 20 between their meetings, and need not by more.
    """
    first, second = GRADES
    clubs = [
        _club(name, 10, 60, (grade,))
        for name, grade in zip(("折纸", *NAMES[1:]), (first, first, second, second), strict=True)
    ]
    problem = walking_school(FOUR, *clubs, _club("合唱", 20, 60))
    counts = head_counts(
        problem, {"折纸": (MON, TUE), "足球": (MON, TUE), "书法": (TUE, WED), "棋艺": (TUE, WED), "合唱": (TUE,)}
    )
    assert judged("places_enough", problem, timetable(problem, counts)) == []
    assert _totals(counts, "合唱") == [20]
    moved = [abs(one - other) for club in clubs for c in FOUR for one, other in pairwise(sent(counts, club.id, c))]
    assert sum(moved) == 20


def test_where_the_same_number_is_impossible_the_difference_is_least() -> None:
    """Two of three clubs meet each day: 5 pupils would be 2½ and 2½, so one of the six numbers is another."""
    clubs = [_club(name, 0, 9) for name in NAMES[:3]]
    problem = walking_school({"一1": 5}, *clubs)
    units = meeting(problem, {"合唱": (MON, WED), "足球": (MON, TUE), "书法": (TUE, WED)})
    assert _apart(steady(problem, most_pupils(units), empty(units))) == 1


def test_the_pupils_at_a_meeting_with_fewer_adults_decide() -> None:
    """On Monday there are adults for 12 in 甲, on Tuesday for 12 in 乙: at most 12 in each at both."""
    clubs = [_club("甲", 0, 40), _club("乙", 0, 40), _club("丙", 0, 40)]
    problem = walking_school({"一1": 40}, *clubs)
    units = meeting(problem, dict.fromkeys(("甲", "乙", "丙"), (MON, TUE)))
    most = most_pupils(units)
    most[MON][units[MON][0]] = most[TUE][units[TUE][1]] = 12
    counts = dispatch(problem, steady(problem, most, empty(units)))
    assert counts[MON] == counts[TUE]
    assert [_totals(counts, club.id)[0] for club in clubs] == [12, 12, 16]


def test_enrolled_pupils_go_where_they_enrolled_and_the_groups_of_the_club_are_alike() -> None:
    """17 enrolled pupils in two groups, at both meetings; the others of the class are in 书法."""
    enrolment = {"一1": 5, "一2": 4, "二1": 8}
    listed = changed(_club("合唱", 5, 12), groups=2, enrolment=enrolment)
    problem = walking_school(FOUR, listed, _club("书法", 10, 200))
    counts = head_counts(problem, {"合唱": (MON, TUE), "书法": (MON, TUE)})
    assert judged("places_enough", problem, timetable(problem, counts)) == []
    assert counts[MON] == counts[TUE]
    assert sorted(_totals(counts, "合唱")) == [8, 8, 9, 9]
    assert sent(counts, "书法", "二1") == [35, 35]


def test_each_class_sends_its_share_of_volunteers() -> None:
    """Nobody knows how many will come: halfway between least and most, by the size of the classes."""
    clubs = [_club("甲", 10, 30), _club("乙", 4, 16)]
    problem = walking_school({"一1": 40, "一2": 20}, *clubs, participation=(VOLUNTEERS, EVERYONE))
    counts = head_counts(problem, {"甲": (MON, TUE), "乙": (TUE,)})
    assert (_totals(counts, "甲"), _totals(counts, "乙")) == ([20, 20], [10])
    for c, part in (("一1", 2 / 3), ("一2", 1 / 3)):
        assert all(abs(n - 20 * part) < 1 for n in sent(counts, "甲", c))
        assert abs(sent(counts, "乙", c)[0] - 10 * part) < 1


def test_no_more_volunteers_than_pupils() -> None:
    clubs = [_club("甲", 10, 60), _club("乙", 10, 60)]
    problem = walking_school({"一1": 24}, *clubs, participation=(VOLUNTEERS, EVERYONE))
    counts = head_counts(problem, dict.fromkeys(("甲", "乙"), (MON,)))
    assert [_totals(counts, club.id) for club in clubs] == [[12], [12]]


def test_what_cannot_be_kept_changes_nothing() -> None:
    """More pupils than places: the places that were given stay."""
    problem = walking_school({"一1": 40}, _club("甲", 0, 30))
    units = meeting(problem, {"甲": (MON,)})
    given_places = empty(units)
    assert steady(problem, most_pupils(units), given_places) is given_places


def test_a_solved_school_has_the_same_numbers_at_all_meetings_of_a_club() -> None:
    """合唱 and 足球 on two days, 科学 and 篮球 in both periods of one."""
    outcome = solve(tiny_school(), SolveOptions(seconds=60, workers=1))
    assert outcome.timetable is not None
    for club, group in (("合唱", 1), ("合唱", 2), ("足球", 1), ("科学", 1), ("篮球", 1)):
        one, other = outcome.timetable.of_club[club, group]
        assert one.pupils == other.pupils
        assert set(one.pupils) == set(CLASSES)


@settings(deadline=None, max_examples=60)
@given(st.integers(min_value=0, max_value=10**6))
def test_every_rule_is_kept_and_nothing_is_less_steady_than_before(seed: int) -> None:
    """From places that keep the rules (random ones), for every kind of band and club."""
    problem, most, places = random_walk(seed)
    found = steady(problem, most, places)
    counts = dispatch(problem, found)
    for key in ("places_enough", "club_meetings"):
        assert judged(key, problem, timetable(problem, dispatch(problem, places))) == []
        assert judged(key, problem, timetable(problem, counts)) == []
    assert all(sum(p.values()) <= most[slot][unit] for slot, units in counts.items() for unit, p in units.items())
    assert _apart(found) <= _apart(places)
    again = steady(problem, most, places)
    assert again == found
    assert dispatch(problem, again) == counts
