"""Changes of people do to the small school what they say."""

from datetime import date

import pytest

from models import (
    Credential,
    Instructor,
    PapersRenewed,
    PersonAway,
    PersonChanged,
    PersonFree,
    PersonJoined,
    PersonLeft,
    Problem,
    SlotWish,
    Teacher,
    Wish,
)
from models.people import Person
from tests.builders import FRI_2, MON_1, MON_2, WED_1, WED_2, changed, tiny_school


def with_person(person: Person) -> Problem:
    """The small school with this person in place of the one who has the id."""
    school = tiny_school()
    return tiny_school(
        teachers=tuple(person if t.id == person.id else t for t in school.teachers),
        instructors=tuple(person if i.id == person.id else i for i in school.instructors),
    )


def test_who_has_left_stays_by_name_and_can_do_nothing() -> None:
    wishes = (SlotWish(slot=MON_1, wish=Wish.WISHED),)
    before = changed(tiny_school().person_by_id["王1"], wishes=wishes, weekly_least=2, unavailable=(FRI_2,))
    problem = with_person(before)
    after = PersonLeft(person="王1").apply(problem)
    gone = after.person_by_id["王1"]
    assert isinstance(gone, Teacher)
    assert (gone.weekly_least, gone.weekly_most, gone.daily_most, gone.target) == (0, 0, 0, 0)
    assert gone.unavailable == problem.slots
    assert gone.wishes == ()
    assert after.classes == problem.classes  # still its class teacher by name


def test_a_named_leader_who_has_left_is_still_named() -> None:
    clubs = tuple(changed(c, named_leaders=("孙教练",)) if c.id == "足球" else c for c in tiny_school().clubs)
    after = PersonLeft(person="孙教练").apply(tiny_school(clubs=clubs))
    assert after.club_by_id["足球"] == clubs[1]
    gone = after.person_by_id["孙教练"]
    assert isinstance(gone, Instructor)
    assert (gone.weekly_most, gone.unavailable) == (0, after.slots)
    assert after.pins == tiny_school().pins


def test_who_is_away_wishes_nothing_for_those_slots() -> None:
    wishes = (SlotWish(slot=MON_2, wish=Wish.WISHED), SlotWish(slot=WED_2, wish=Wish.UNWISHED))
    problem = with_person(changed(tiny_school().person_by_id["王1"], wishes=wishes, unavailable=(FRI_2,)))
    away = PersonAway(person="王1", slots=(WED_2, FRI_2)).apply(problem).person_by_id["王1"]
    assert away.unavailable == (FRI_2, WED_2)
    assert away.wishes == wishes[:1]


def test_who_is_free_again() -> None:
    problem = with_person(changed(tiny_school().person_by_id["王1"], unavailable=(FRI_2, WED_2)))
    assert PersonFree(person="王1", slots=(FRI_2, MON_1)).apply(problem).person_by_id["王1"].unavailable == (WED_2,)


@pytest.mark.parametrize(
    ("visits", "expected"),
    [((MON_2,), (MON_2, WED_2)), ((), ())],  # who comes at any time goes on doing so
)
def test_an_instructor_who_comes_in_some_slots_comes_in_more(visits: object, expected: object) -> None:
    problem = with_person(changed(tiny_school().instructors[0], visits_only=visits, unavailable=(WED_2,)))
    free = PersonFree(person="孙教练", slots=(WED_2, MON_2)).apply(problem).person_by_id["孙教练"]
    assert isinstance(free, Instructor)
    assert free.unavailable == ()
    assert free.visits_only == (expected if not visits else (MON_2, WED_2))


def test_limits_and_skills() -> None:
    after = PersonChanged(person="李1", weekly_most=6, add_skills=("科学", "合唱")).apply(tiny_school())
    expected = changed(tiny_school().person_by_id["李1"], weekly_most=6, skills=("合唱", "科学"))
    assert after.person_by_id["李1"] == expected
    after = PersonChanged(person="孙教练", weekly_least=1, daily_most=2).apply(tiny_school())
    assert after.person_by_id["孙教练"] == changed(tiny_school().instructors[0], weekly_least=1, daily_most=2)


def test_somebody_joins_the_right_list() -> None:
    teacher, instructor = Teacher(id="钱老师", name="钱老师"), Instructor(id="周教练", name="周教练")
    assert PersonJoined(person=teacher).apply(tiny_school()).teachers[-1] == teacher
    assert PersonJoined(person=instructor).apply(tiny_school()).instructors[-1] == instructor


def test_papers_cover_the_term() -> None:
    papers = (
        Credential(name="合同", valid_from=date(2027, 3, 1), valid_until=date(2027, 5, 1)),  # too late, too short
        Credential(name="资格证", valid_from=date(2020, 1, 1), valid_until=date(2030, 1, 1)),  # long enough
        Credential(name="证明"),  # no end
    )
    problem = with_person(changed(tiny_school().instructors[0], credentials=papers))
    renewed = PapersRenewed(person="孙教练").apply(problem).instructors[0].credentials
    assert renewed[0] == Credential(name="合同", valid_from=date(2027, 2, 22), valid_until=date(2027, 7, 2))
    assert renewed[1:] == papers[1:]


def test_without_term_dates_papers_stay() -> None:
    term = changed(tiny_school().term, first_day=None, last_day=None)
    problem = tiny_school(term=term)
    assert PapersRenewed(person="孙教练").apply(problem) == problem


def test_the_day_of_a_whole_absence_is_named() -> None:
    assert PersonAway(person="王1", slots=(WED_1, WED_2)).sentence(tiny_school()).zh == "王1周三不能到岗"
    assert PersonAway(person="无名", slots=(WED_1,)).sentence(tiny_school()).zh == "无名周三第1节不能到岗"
