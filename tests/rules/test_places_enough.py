"""places_enough: a place for every pupil who walks."""

from models import Participation, Problem
from tests.builders import CLASSES, MON_2, WED_2, changed, tiny_school
from tests.timetables import judged, replaced, the, tiny_timetable

KEY = "places_enough"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def volunteers() -> Problem:
    return tiny_school(bands=(changed(SCHOOL.bands[0], participation=Participation.VOLUNTEERS),))


def test_one_pupil_too_few_and_one_too_many() -> None:
    # 一1 has 20 pupils: 5 + 5 + 10 places. With 9 in 足球 one pupil has none, with 12 two places are too many.
    session = the(GOOD, MON_2, club="足球")
    (few,) = judged(KEY, SCHOOL, replaced(GOOD, session, pupils={**session.pupils, "一1": 9}))
    (many,) = judged(KEY, SCHOOL, replaced(GOOD, session, pupils={**session.pupils, "一1": 12}))
    assert (few.amount, few.text.zh) == (1, "周一第2节走班，一(1)有20名学生，社团名额却安排了19名。")
    assert many.amount == 2


def test_class_without_any_place() -> None:
    # 二2 sends nobody anywhere on Monday: 20 pupils have no place.
    bad = GOOD
    for session in (s for s in GOOD.at[MON_2] if s.club is not None):
        bad = replaced(bad, session, pupils={c: n for c, n in session.pupils.items() if c != "二2"})
    (found,) = judged(KEY, SCHOOL, bad)
    assert (found.amount, found.classes) == (20, ("二2",))


def test_volunteers_may_stay_but_not_multiply() -> None:
    session = the(GOOD, MON_2, club="足球")
    assert judged(KEY, volunteers(), replaced(GOOD, session, pupils={})) == []
    (found,) = judged(KEY, volunteers(), replaced(GOOD, session, pupils={**session.pupils, "一1": 11}))
    assert found.amount == 1


def test_enrolment() -> None:
    # 9 of 一1 enrolled in 足球, but 10 are there, on Monday and on Wednesday.
    football = changed(SCHOOL.clubs[1], enrolment={**dict.fromkeys(CLASSES, 10), "一1": 9})
    school = tiny_school(clubs=(SCHOOL.clubs[0], football, *SCHOOL.clubs[2:]))
    found = judged(KEY, school, GOOD)
    assert [(v.amount, v.slot) for v in found] == [(1, MON_2), (1, WED_2)]
    assert found[0].text.zh == "周一第2节，“足球”一(1)报名9人，实际安排10人。"


def test_enrolment_counts_all_groups_together_and_unlisted_classes_as_none() -> None:
    # Each class has 5 + 5 in 合唱's two groups; 二2 is not on the list at all: 10 too many, twice.
    choir = changed(SCHOOL.clubs[0], enrolment={"一1": 10, "一2": 10, "二1": 10})
    found = judged(KEY, tiny_school(clubs=(choir, *SCHOOL.clubs[1:])), GOOD)
    assert [(v.amount, v.classes) for v in found] == [(10, ("二2",)), (10, ("二2",))]
