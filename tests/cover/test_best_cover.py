"""Gaps planted in the tiny school (tests.builders), whose answer is known by hand; each test says why."""

import pytest

from models import Credential, Instructor, InstructorCancels, PersonAway, Problem, TermLog
from scheduler.cover import Standing, best_cover, candidates, cover_violations, measures_of
from tests.builders import THU_2, changed, tiny_school
from tests.cover.terms import FRI, MON, THU, TUE, WED, WHEN, ill, log_of, tiny_term


def standing_of(*changes: object, problem: Problem | None = None) -> Standing:
    problem, term = tiny_term(problem)
    return Standing(problem, term, log_of(term, *changes))


def served(standing: Standing, **options: object) -> list[tuple[str, str | None]]:
    cover = best_cover(standing, **options)  # type: ignore[arg-type]
    return [(f"{c.gap.day.day}.{c.gap.session.slot.period}", c.by.person) for c in cover.covered]


def school_with(**teachers: dict[str, object]) -> Problem:
    school = tiny_school()
    return changed(school, teachers=tuple(changed(t, **teachers.get(t.id, {})) for t in school.teachers))


def after(standing: Standing) -> TermLog:
    cover = best_cover(standing)
    return standing.log.with_changes(*measures_of(standing.log, cover, who="沈", when=WHEN))


def test_the_only_one_who_is_free_and_has_the_skill() -> None:
    """李1 leads 合唱·1 on Monday in period 2. 李2 and 李4 have the skill too, but 李2 leads 合唱·2 then."""
    standing = standing_of(ill("李1", MON))
    first, second = candidates(standing, standing.gaps[0])
    assert (first.person, first.possible) == ("李4", True)
    assert (second.person, second.against and second.against.zh) == ("李2", "同一时段带社团“合唱·2”")
    assert served(standing) == [("1.2", "李4")]
    words = [r.zh for r in first.reasons]
    # Of 李4's five duties a week none is on Monday; the term has 19 weeks, without holidays in this calendar.
    assert words == ["该时段空闲", "有合唱专长", "平时不带这个社团", "当天本来没有课后任务", "本周已有5次，本学期95次"]


def test_nobody_can_come_and_the_count_says_so() -> None:
    """All four teachers of 语文 tutor their own class on Monday in period 1."""
    cover = best_cover(standing_of(ill("王1", MON)))
    (stays,) = cover.unfilled
    assert cover.covered == ()
    assert stays.text.zh.startswith("合适的有3人，都来不了：王2同一时段辅导一(2)语文；")


def test_two_gaps_and_one_person_is_a_hall_count() -> None:
    """With 李1 and 李2 away, both groups of 合唱 need somebody in the same period, and there is only 李4."""
    cover = best_cover(standing_of(ill("李1", MON), ill("李2", MON, id="2")))
    assert [c.by.person for c in cover.covered] == ["李4"]
    (stays,) = cover.unfilled
    assert "同一时段要补2处" in stays.text.zh
    assert "能来的只有1人（李4）" in stays.text.zh
    assert cover.proved


def test_fewest_people_first() -> None:
    """周校长 is on patrol four times on Monday and Tuesday. Two other leaders are free each time: one of them does."""
    cover = best_cover(standing_of(ill("周校长", MON, TUE)))
    assert len(cover.covered) == 4
    assert cover.people in (("吴主任",), ("郑主任",))
    assert cover.unfilled == ()


def test_then_fair_over_the_week() -> None:
    """冯老师 stands beside 孙教练 on Monday in period 2, and any free teacher could. All are at their targets but 李3,
    who is raised to 9 and so is five below."""
    school = school_with(李3={"target": 9})
    assert served(standing_of(ill("冯老师", MON), problem=school)) == [("1.2", "李3")]


def test_the_same_seed_gives_the_same_cover() -> None:
    standing = standing_of(ill("冯老师", MON, FRI), ill("周校长", MON, FRI, id="2"))
    assert served(standing, seed=7) == served(standing, seed=7)


def test_a_double_period_is_served_by_one_person() -> None:
    """科学 lasts both periods of Thursday. 冯老师 has the skill, but who leaves after the first serves in none."""
    able = school_with(冯老师={"skills": ("科学",)})
    assert served(standing_of(ill("李4", THU), problem=able)) == [("4.1", "冯老师"), ("4.2", "冯老师")]
    leaves = PersonAway(person="冯老师", slots=(THU_2,)).apply(able)
    standing = standing_of(ill("李4", THU), problem=leaves)
    assert served(standing) == []
    assert best_cover(standing).unfilled[0].text.zh.startswith("受每天、每周上限和连堂同一人的限制")


def test_a_paper_must_be_valid_on_the_date() -> None:
    """钱教练 could lead 足球 for 孙教练; the contract ends on Tuesday, so Monday is covered and Wednesday is not."""
    coach = Instructor(id="钱教练", name="钱教练", skills=("体育",), fee=100,
                       credentials=(Credential(name="合同", valid_until=TUE),))  # fmt: skip
    school = tiny_school()
    school = changed(school, instructors=(*school.instructors, coach))
    away = InstructorCancels(id="1", who="沈", when=WHEN, why="比赛", person="孙教练", first=MON, last=WED)
    standing = standing_of(away, problem=school)
    assert served(standing) == [("1.2", "钱教练")]
    (stays,) = best_cover(standing).unfilled
    assert stays.text.zh == "合适的有1人，都来不了：钱教练（外聘）“合同”2027-03-02已到期。"


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ({"weekly_most": 5}, "本周已有5次，到上限"),  # two on Tuesday, two on Thursday, one on Friday
        ({"daily_most": 0}, "当天已有0次，到上限"),
        ({"unavailable": ("1.2",)}, "该时段不能到岗"),
    ],
)
def test_limits_hold_on_the_date(limit: dict[str, object], said: str) -> None:
    standing = standing_of(ill("李1", MON), problem=school_with(李4=limit))
    first = next(c for c in candidates(standing, standing.gaps[0]) if c.person == "李4")
    assert first.against is not None
    assert first.against.zh == said
    assert served(standing) == []


def test_an_instructor_stands_in_only_beside_a_teacher() -> None:
    """合唱·1 is led by 李1 alone: an instructor may lead it now, but no school teacher would be there."""
    coach = Instructor(id="钱教练", name="钱教练", skills=("合唱",), fee=100)
    school = school_with(李4={"skills": ("科学",)})
    clubs = tuple(changed(c, leader_from="either") if c.id == "合唱" else c for c in school.clubs)
    standing = standing_of(ill("李1", MON), problem=changed(school, instructors=(coach,), clubs=clubs))
    assert "钱教练" not in [p for _, p in served(standing)]


def test_who_is_asked_not_to_be_asked_is_not() -> None:
    standing = standing_of(ill("周校长", MON))
    assert "吴主任" not in best_cover(standing, without=("吴主任",)).people


def test_the_cover_closes_the_gaps_and_breaks_nothing() -> None:
    standing = standing_of(ill("周校长", MON, FRI), ill("冯老师", MON, FRI, id="2"), ill("李1", MON, id="3"))
    log = after(standing)
    assert Standing(standing.problem, standing.base, log).gaps == ()
    assert cover_violations(standing.problem, standing.base, log) == ()
