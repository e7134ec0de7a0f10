"""Judges a timetable by every rule's `check` alone: what is broken, what is unmet, what it costs."""

from models import Problem, Score, Strength, Timetable, Verdict, Violation
from scheduler.rules import RULES


def audit(problem: Problem, timetable: Timetable) -> Verdict:
    """Any timetable, also a hand-edited one; the solver has no say in it.

    Call it only when `models.timetable_checks.timetable_issues` finds no error: an id that does not resolve, or
    a session that lacks what its kind needs, raises KeyError here or goes unjudged.
    """
    broken: list[Violation] = []
    unmet: list[Violation] = []
    scores: list[Score] = []
    for rule in RULES:
        strength, weight = rule.strength_in(problem), rule.weight_in(problem)
        found = [] if strength is Strength.OFF else list(rule.check(problem, timetable))
        amount = sum(violation.amount for violation in found)
        cost = weight * amount if strength is Strength.PREFER else 0
        scores.append(Score(rule=rule.key, strength=strength, amount=amount, weight=weight, cost=cost))
        (broken if strength is Strength.MUST else unmet).extend(found)
    return Verdict(
        broken=tuple(broken), unmet=tuple(unmet), scores=tuple(scores), cost=sum(score.cost for score in scores)
    )
