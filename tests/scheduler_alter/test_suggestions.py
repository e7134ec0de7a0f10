"""Chains that make a wish possible: on schools where the only way is known, and that all of them are clean."""

from random import Random

import pytest

from benchmarks.schools import planted
from models import (
    Exchanged,
    ExchangeMove,
    HomeworkQuota,
    MayServe,
    Move,
    Patrol,
    PersonMove,
    Problem,
    Role,
    RoomMove,
    SessionKind,
    SessionRef,
    SlotMove,
    Timetable,
)
from scheduler.alter.able import Able
from scheduler.alter.effect import what_breaks
from scheduler.alter.judge import Judge
from scheduler.alter.suggestions import suggestions
from scheduler.audit import audit
from tests.builders import MON_1, TUE_1, changed, tiny_school
from tests.scheduler_alter.random_moves import random_move
from tests.scheduler_alter.test_effect import CHOIR, FOOTBALL, SCHOOL, TIMETABLE, homework
from tests.timetables import tiny_timetable


def leads(by: str) -> PersonMove:
    return PersonMove(session=CHOIR, role=Role.LEADER, person="李1", by=by, all_meetings=True)


def test_the_wish_alone_where_it_is_possible() -> None:
    best = suggestions(SCHOOL, TIMETABLE, leads("李4"))[0]
    assert [s.move for s in best.steps] == [leads("李4")]
    assert (best.told, best.effect.cost) == (6, 11)
    assert best.steps[0].text.zh == "周一第2节、周三第2节社团“合唱·1”的带班由李1改为李4。"


def test_leaders_change_places() -> None:
    """李2 leads the other group at the same time; 李1, who is free now, takes it, at no cost. Told are both, and the
    four class teachers. Else 李4 could take it, who must be told as well."""
    best, second = suggestions(SCHOOL, TIMETABLE, leads("李2"))[:2]
    assert [s.text.zh for s in best.steps] == [
        "周一第2节、周三第2节社团“合唱·1”的带班由李1改为李2。",
        "周一第2节、周三第2节社团“合唱·2”的带班由李2改为李1。",
    ]
    assert (best.told, best.effect.cost) == (6, 0)
    assert (second.steps[1].text.zh, second.told) == ("周一第2节、周三第2节社团“合唱·2”的带班由李2改为李4。", 7)


def test_what_cannot_be_has_no_suggestion() -> None:
    """王1 has not the skill, and nothing but another skill would help."""
    assert suggestions(SCHOOL, TIMETABLE, leads("王1")) == []


def chain_school() -> Problem:
    """语文 of 一2 is for 王2 and 王3 alone, of 二1 for 王3 and 王1; nothing is pinned."""
    only = {"一2": ("王2", "王3"), "二1": ("王3", "王1")}
    quotas = tuple(
        HomeworkQuota(subject="语文", times=2, classes=(c,), who=MayServe.NAMED, people=people)
        for c, people in only.items()
    )
    return tiny_school(homework=(*SCHOOL.homework, *quotas), pins=())


def test_a_chain_where_no_swap_helps() -> None:
    """王2 is to tutor 一1. 一2 can then only have 王3, and 二1 only 王1, who is free now: one way, of three moves."""
    problem = chain_school()
    timetable = tiny_timetable(problem)
    assert audit(problem, timetable).clean
    wish = PersonMove(session=homework(MON_1, "一1"), role=Role.TUTOR, person="王1", by="王2")
    found = suggestions(problem, timetable, wish)
    assert [[s.text.zh for s in f.steps] for f in found] == [
        [
            "周一第1节一(1)语文辅导的辅导由王1改为王2。",
            "周一第1节一(2)语文辅导的辅导由王2改为王3。",
            "周一第1节二(1)语文辅导的辅导由王3改为王1。",
        ]
    ]
    assert suggestions(problem, timetable, wish, depth=1) == []


def test_one_meeting_becomes_all_meetings() -> None:
    """A club keeps its leader: what is wished for Monday is done on Wednesday as well."""
    wish = PersonMove(session=CHOIR, role=Role.LEADER, person="李1", by="李4")
    best = suggestions(SCHOOL, TIMETABLE, wish)[0]
    assert best.effect.timetable == what_breaks(SCHOOL, TIMETABLE, leads("李4")).timetable


def test_rooms_change_places() -> None:
    """The other choir, whose room it is, can only have the room that is left."""
    found = suggestions(SCHOOL, TIMETABLE, RoomMove(session=CHOIR, room="舞蹈房", all_meetings=True))
    assert [[s.text.zh for s in f.steps] for f in found] == [
        [
            "周一第2节、周三第2节社团“合唱·1”由音乐教室改到舞蹈房。",
            "周一第2节、周三第2节社团“合唱·2”由舞蹈房改到音乐教室。",
        ]
    ]
    assert found[0].effect.cost == 0


def test_somebody_accompanies_instead() -> None:
    """Whoever goes is replaced by one of those who are free (`test_candidates`)."""
    wish = PersonMove(session=FOOTBALL, role=Role.ACCOMPANYING, person="冯老师")
    found = suggestions(SCHOOL, TIMETABLE, wish, shown=10)
    assert len(found) >= 7
    assert all(f.effect.is_clean for f in found)


def test_a_broken_timetable_is_mended_or_left() -> None:
    """What was broken before counts as well: only clean timetables are suggested."""
    broken = what_breaks(SCHOOL, TIMETABLE, leads("李2")).timetable
    wish = RoomMove(session=homework(MON_1, "一1"), room="教室1")  # where it is
    found = suggestions(SCHOOL, broken, wish)
    assert found
    for way in found:
        assert audit(SCHOOL, way.effect.timetable).clean


def _able_wish(rng: Random, able: Able, timetable: Timetable) -> Move | None:
    """Somebody else for one session, who is able to; hardly ever free."""
    session = rng.choice([s for s in timetable.sessions if s.duties])
    duty = session.duties[0]
    people = [p for p in able.people([session], duty.role) if p not in session.people()]
    ref = SessionRef.to(session)
    return PersonMove(session=ref, role=duty.role, person=duty.person, by=rng.choice(people)) if people else None


def test_without_a_wish_what_is_broken_is_mended() -> None:
    """李2 leads both choirs: 李1 or 李4 must have one of them."""
    broken = what_breaks(SCHOOL, TIMETABLE, leads("李2")).timetable
    found = suggestions(SCHOOL, broken, [])
    assert {f.steps[0].move.by for f in found if isinstance(f.steps[0].move, PersonMove)} == {"李1", "李4"}
    assert all(f.effect.is_clean and f.effect.mended for f in found)
    assert suggestions(SCHOOL, TIMETABLE, []) == []


def test_what_a_session_displaces_goes_where_it_was() -> None:
    """语文 of 一1 into the slot of 数学: 数学 goes to Monday, where nothing is any more."""
    wish = SlotMove(session=homework(MON_1, "一1"), slot=TUE_1)
    best = suggestions(SCHOOL, TIMETABLE, wish)[0]
    assert [s.text.zh for s in best.steps] == [
        "周一第1节一(1)语文辅导改到周二第1节。",
        "周二第1节一(1)数学辅导改到周一第1节。",
    ]
    assert best.effect.cost == 0


@pytest.mark.parametrize("seed", range(3))
def test_every_suggestion_is_clean_and_keeps_the_wish(seed: int) -> None:
    problem, timetable = planted(10, seed + 1, "usual")
    before = problem.model_dump_json(), timetable.model_dump_json()
    rng, found = Random(seed), 0
    base = audit(problem, timetable)
    able = Able(Judge(problem, timetable))
    for _ in range(12):
        wish = _able_wish(rng, able, timetable) or random_move(rng, problem, timetable)
        ranks = []
        for way in suggestions(problem, timetable, wish, tried=60):
            found += 1
            verdict = audit(problem, way.effect.timetable)
            assert verdict.clean
            assert way.effect.is_clean
            assert way.effect.cost == verdict.cost - base.cost
            assert way.steps[0].move == wish
            assert way.effect == what_breaks(problem, timetable, [s.move for s in way.steps])
            ranks.append((way.told, way.effect.cost))
            if isinstance(wish, PersonMove) and wish.by is not None:
                there = [s for s in way.effect.timetable.at[wish.session.slot] if wish.session.means(s)]
                assert any(wish.by in s.people(wish.role) for s in there)
        assert ranks == sorted(ranks)
    assert found > 5
    assert before == (problem.model_dump_json(), timetable.model_dump_json())


def test_an_exchange_of_slots_that_clashes() -> None:
    """王1 is made to patrol on Tuesday, when 语文 of 一1 is wished then; another leader takes the patrol."""
    teachers = tuple(changed(t, leader=True) if t.id == "王1" else t for t in SCHOOL.teachers)
    problem = changed(SCHOOL, teachers=teachers, settings=changed(SCHOOL.settings, patrol=Patrol(at_least=1)))
    timetable = tiny_timetable(problem)
    patrol = SessionRef(slot=TUE_1, kind=SessionKind.PATROL)
    timetable = what_breaks(
        problem, timetable, PersonMove(session=patrol, role=Role.PATROL, person="周校长", by="王1")
    ).timetable
    assert audit(problem, timetable).clean
    wish = ExchangeMove(session=homework(MON_1, "一1"), other=homework(TUE_1, "一1"), what=Exchanged.SLOTS)
    best = suggestions(problem, timetable, wish)[0]
    assert best.steps[1].text.zh == "周二第1节巡查的巡查由王1改为周校长。"
