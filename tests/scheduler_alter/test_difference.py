"""What is found of a move, looking only at what it touches, is what two full audits say: on whole timetables and broken
ones, of every rule."""

from collections import Counter
from random import Random

import pytest

from benchmarks.schools import planted
from models import Parity, Problem, RuleSetting, SessionKind, Slot, SlotWish, Strength, Timetable, Wish
from models.timetable_checks import timetable_issues
from scheduler.alter.draft import MoveError
from scheduler.alter.effect import what_breaks
from scheduler.alter.units import UNIT_OF
from scheduler.audit import audit
from scheduler.rules import RULES
from scheduler.told import told
from tests.builders import FRI_1, MON_1, TUE_1, WED_1, WED_2, changed, tiny_school
from tests.scheduler.test_audit_of_any_timetable import shuffled
from tests.scheduler_alter.random_moves import random_move
from tests.timetables import plus, tiny_timetable


def compared(problem: Problem, timetable: Timetable, rng: Random) -> Counter[str]:
    """One to three random moves; the rules of which something appeared or vanished."""
    moves = [random_move(rng, problem, timetable) for _ in range(rng.choice((1, 1, 2, 3)))]
    try:
        found = what_breaks(problem, timetable, moves)
    except MoveError:  # an earlier move of the same list has taken away what a later one names
        return Counter()
    before, after = audit(problem, timetable), audit(problem, found.timetable)
    assert Counter(found.broken) == Counter(after.broken) - Counter(before.broken)
    assert Counter(found.mended) == Counter(before.broken) - Counter(after.broken)
    assert Counter(found.unmet) == Counter(after.unmet) - Counter(before.unmet)
    assert Counter(found.met) == Counter(before.unmet) - Counter(after.unmet)
    assert found.cost == after.cost - before.cost
    assert found.is_clean == after.clean
    changed_scores = {
        (new.rule, old.amount, new.amount, old.cost, new.cost)
        for old, new in zip(before.scores, after.scores, strict=True)
        if old.amount != new.amount
    }
    assert {(s.rule, s.amount_before, s.amount_after, s.cost_before, s.cost_after) for s in found.scores} == (
        changed_scores
    )
    everybody = told(problem, timetable, found.timetable)
    assert [(n.person, n.texts) for n in found.notices] == [
        (person, tuple(d.text for d in differences)) for person, differences in everybody.items()
    ]
    return Counter(v.rule for v in (*found.broken, *found.mended, *found.unmet, *found.met))


def every_feature() -> Problem:
    """The tiny school with two weeks that differ, two people of one name, absences, wishes and closed rooms."""
    problem = tiny_school(week=changed(tiny_school().week, cycle=2))
    wishes = (SlotWish(slot=MON_1, wish=Wish.WISHED), SlotWish(slot=WED_1, wish=Wish.STRONGLY_UNWISHED))
    teachers = [
        changed(t, name="王老师")
        if t.id in ("王1", "王2")
        else changed(t, wishes=wishes, weekly_most=4, unavailable=(TUE_1,))
        for t in problem.teachers
    ]
    clubs = [changed(c, weeks=Parity.ODD) if c.id == "足球" else c for c in problem.clubs]
    rooms = [changed(r, closed=(WED_2, FRI_1)) for r in problem.rooms]
    return changed(problem, teachers=tuple(teachers), clubs=tuple(clubs), rooms=tuple(rooms))


def test_every_rule_has_its_unit() -> None:
    """A rule without one is checked on the whole timetable, which is right and slow."""
    assert set(UNIT_OF) == {rule.key for rule in RULES}


@pytest.mark.parametrize("seed", range(24))
def test_of_a_small_school(seed: int) -> None:
    rng = Random(seed)
    problem = every_feature()
    timetable = shuffled(problem, seed) if seed % 2 else tiny_timetable(problem)
    if seed % 4 == 3:
        problem = changed(problem, published=shuffled(problem, seed + 1))
    if seed % 5 == 4:  # preferences as requirements
        must = tuple(RuleSetting(rule=r.key, strength=Strength.MUST) for r in RULES if Strength.MUST in r.choices)
        problem = changed(problem, settings=changed(problem.settings, rules=must))
    for _ in range(5):
        compared(problem, timetable, rng)


@pytest.mark.parametrize(("classes", "seed"), [(10, 1), (10, 2), (12, 3)])
def test_of_a_real_size(classes: int, seed: int) -> None:
    problem, timetable = planted(classes, seed, "tight" if seed % 2 else "usual")
    assert timetable_issues(problem, timetable) == ()
    rng = Random(seed)
    for _ in range(12):
        compared(problem, timetable, rng)


def test_every_rule_was_seen() -> None:
    """Moves that never break a rule would prove nothing of it."""
    seen: Counter[str] = Counter()
    problem = every_feature()
    problem = changed(problem, published=tiny_timetable(problem))
    rng = Random(0)
    for seed in range(8):
        timetable = shuffled(problem, seed)
        (free, *_) = [s for s in timetable.sessions if s.kind is SessionKind.CLASS_ACTIVITY and s.club is None]
        timetable = plus(timetable, changed(free, slot=Slot(free.slot.day, 3 - free.slot.period, free.slot.week)))
        for _ in range(22):
            seen += compared(problem, timetable, rng)
    assert {rule.key for rule in RULES} - set(seen) == set()


def test_nothing_that_was_given_is_altered() -> None:
    problem, timetable = planted(10, 1, "usual")
    before = problem.model_dump_json(), timetable.model_dump_json()
    rng = Random(1)
    for _ in range(10):
        compared(problem, timetable, rng)
    assert before == (problem.model_dump_json(), timetable.model_dump_json())
