"""Every sample can come out: counted slot by slot, by hand as it were, without the solver and its rules."""

import pytest

from models import ClassActivity, CrossClassClub, MayServe, Participation, Problem, SlotKind
from sample_inputs.expand import KEYS, expand
from tests.samples.matching import unmatched
from tests.samples.pattern import patterns, shortages

PROBLEMS = {key: expand(key) for key in KEYS}
each_school = pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS.keys())


def test_matching_finds_who_is_left() -> None:
    # a and b both want only 1; c can give way to 2. One of a and b must stay empty-handed.
    assert len(unmatched({"a": [1], "c": [1, 2], "b": [1]})) == 1
    assert unmatched({"c": [1, 2], "a": [1]}) == []


@each_school
def test_some_day_pattern_leaves_nothing_short(problem: Problem) -> None:
    best: list[str] | None = None
    for pattern in patterns(problem):
        found = list(shortages(problem, pattern))
        if best is None or len(found) < len(best):
            best = found
        if not best:
            break
    assert best == []


@each_school
def test_clubs_meet_in_every_walking_slot_of_their_bands(problem: Problem) -> None:
    # This is what `pattern` takes for granted, and what gives every pupil a place in each walking slot.
    for club in problem.clubs:
        if isinstance(club, CrossClassClub):
            bands = {problem.band_by_grade[g].id for g in club.grades}
            assert len(bands) == 1, club.id
            band = problem.band_by_id[bands.pop()]
            assert band.walking_least == band.walking_most
            slots = len(club.fixed_slots) // problem.week.cycle if club.fixed_slots else band.walking_most
            assert club.meetings * club.periods == slots, club.id


@each_school
def test_quotas_fill_the_slots(problem: Problem) -> None:
    for c in problem.classes:
        homework = [s for s in problem.slots_of(c, SlotKind.HOMEWORK) if s.week == 1]
        assert sum(q.times for q in problem.quotas[c.id].values()) == len(homework), c.id
        clubs = [s for s in problem.slots_of(c, SlotKind.CLUB) if s.week == 1]
        band = problem.band_by_grade[c.grade]
        walking = band.walking_most if band.participation is Participation.EVERYONE else 0
        large = max((1 for club in problem.whole_school_clubs if c.grade in club.grades), default=0)
        named = sum(a.meetings for a in problem.activities[c.id])
        assert named <= len(clubs) - walking - large, c.id


@each_school
def test_each_subject_has_tutors_enough(problem: Problem) -> None:
    for subject in {q.subject for q in problem.homework if q.who is MayServe.SUBJECT}:
        demand = sum(problem.quotas[c.id][subject].times for c in problem.classes if subject in problem.quotas[c.id])
        slots = [s for s in problem.slots if s.week == 1
                 if any(problem.week.kind(s, g.id) is SlotKind.HOMEWORK for g in problem.grades)]  # fmt: skip
        supply = sum(
            min(t.weekly_most, sum(s not in t.unavailable for s in slots))
            for t in problem.teachers
            if subject in t.subjects
        )
        assert demand <= supply, (subject, demand, supply)


@each_school
def test_the_week_is_neither_too_much_nor_trivially_little(problem: Problem) -> None:
    duties = problem.settings.patrol.at_least * len([s for s in problem.slots if s.week == 1])
    for c in problem.classes:
        opened = len([s for s in problem.slots if s.week == 1])
        band = problem.band_by_grade[c.grade]
        walking = band.walking_most if band.participation is Participation.EVERYONE else 0
        duties += opened - walking  # homework, activities, and one adult per class beside a large club
    for group in problem.groups:  # one teacher each: the leader, or who accompanies the instructor
        duties += group.club.leaders * group.club.meetings * group.club.periods
    supply = sum(t.weekly_most for t in problem.teachers)
    assert duties + len(problem.whole_school_clubs) <= supply
    assert sum(t.weekly_least for t in problem.teachers) <= duties
    assert duties >= 0.45 * supply


@each_school
def test_everybody_can_serve_as_often_as_he_must(problem: Problem) -> None:
    """A specialist without a club, for one, has only the slots in which classes have activities, and patrol."""
    asked = {skill for club in problem.clubs for skill in club.skills}
    tutored = {q.subject for q in problem.homework}
    anybody = any(q.who is MayServe.ANYBODY for q in problem.homework)
    for t in problem.teachers:
        slots = [s for s in problem.slots if s.week == 1 and s not in t.unavailable]
        kinds = [problem.week.kind(s, problem.grades[0].id) for s in slots]
        homework, clubs = kinds.count(SlotKind.HOMEWORK), kinds.count(SlotKind.CLUB)
        tutors = t.leader or anybody or tutored & set(t.subjects)
        leads = t.leader or asked & set(t.skills) or problem.bands[0].participation is Participation.VOLUNTEERS
        walking = max(b.walking_most for b in problem.bands)
        reach = (homework if tutors else 0) + (clubs if leads else max(0, clubs - walking))
        assert t.weekly_least <= min(reach, t.weekly_most), t.id


@each_school
def test_everybody_who_may_lead_an_activity_by_skill_is_enough(problem: Problem) -> None:
    for activity in problem.clubs:
        if isinstance(activity, ClassActivity) and activity.who is MayServe.SKILL:
            classes = [c for c in problem.classes if activity in problem.activities[c.id]]
            slots = [s for s in problem.slots_of(classes[0], SlotKind.CLUB) if s.week == 1 and s.day < 5]
            skilled = [t for t in problem.teachers if set(activity.skills) & set(t.skills)]
            supply = sum(sum(s not in t.unavailable for s in slots) for t in skilled)
            assert activity.meetings * len(classes) <= supply, activity.id


@each_school
def test_enrolment_fills_the_groups(problem: Problem) -> None:
    for club in problem.clubs:
        if isinstance(club, CrossClassClub) and club.enrolment:
            joined = sum(club.enrolment.values())
            assert club.groups * club.least <= joined <= club.groups * club.most, club.id
            assert {problem.class_by_id[c].grade for c in club.enrolment} <= set(club.grades), club.id
    for c in problem.classes:
        joined = sum(k.enrolment.get(c.id, 0) for k in problem.clubs if isinstance(k, CrossClassClub))
        assert joined < c.pupils
