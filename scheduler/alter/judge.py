"""Audits what was altered in a timetable, and only that: exactly the difference of two full audits, in milliseconds."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from models import Problem, Score, ScoreChange, Strength, Timetable, Verdict, Violation
from scheduler.alter.draft import Draft, Index, touched
from scheduler.alter.units import PARTS, UNIT_OF, Unit
from scheduler.audit import audit
from scheduler.rule import Rule
from scheduler.rules import RULES


@dataclass(frozen=True)
class Difference:
    """What one rule says of the altered timetable and did not say before, and the other way round."""

    rule: str
    strength: Strength
    weight: int
    appeared: tuple[Violation, ...]
    vanished: tuple[Violation, ...]

    @property
    def amount(self) -> int:
        """Units more than before."""
        return sum(v.amount for v in self.appeared) - sum(v.amount for v in self.vanished)

    @property
    def cost(self) -> int:
        """Of a preference, more than before."""
        return self.weight * self.amount


_QUICK = (Unit.SESSION, Unit.PERSON, Unit.ROOM, Unit.CLASS, Unit.CLUB)
"""Units that are small: asked first whether something is broken."""

_InForce = tuple[Rule, Strength, int, Unit]


class Judge:
    """Judges drafts of one timetable against it.

    Violations of a unit that no altered session belongs to are the same before and after, so leaving it out, or only
    a part of it in, changes no difference. Call it only with timetables whose ids resolve (`models.timetable_checks`).
    """

    def __init__(self, problem: Problem, timetable: Timetable) -> None:
        for name in dir(type(problem)):  # once for all parts, and of the whole school
            if isinstance(getattr(type(problem), name, None), cached_property):
                getattr(problem, name)
        self.problem = problem
        self.index = Index(problem, timetable)
        self.base = Draft(self.index)
        self.rules: list[_InForce] = [
            (rule, rule.strength_in(problem), rule.weight_in(problem), UNIT_OF.get(rule.key, Unit.WHOLE))
            for rule in RULES
            if rule.strength_in(problem) is not Strength.OFF
        ]
        musts = [found for found in self.rules if found[1] is Strength.MUST]
        self._musts = sorted(musts, key=lambda found: found[3] not in _QUICK)
        self._prefers = [found for found in self.rules if found[1] is Strength.PREFER]
        self._said_before: dict[Hashable, list[Violation]] = {}
        self._last: tuple[Draft, _Parts] | None = None

    @property
    def requirements(self) -> list[Rule]:
        """The rules that must hold in this school."""
        return [rule for rule, *_ in self._musts]

    @cached_property
    def verdict(self) -> Verdict:
        """Of the timetable itself, by the full audit."""
        return audit(self.problem, self.index.timetable)

    def differences(self, draft: Draft) -> Iterator[Difference]:
        """Rule by rule, in their usual order, as they are asked for; nothing of a rule that says the same as before."""
        return self._differences(draft, self.rules)

    def broken(self, draft: Draft) -> list[Violation]:
        """All requirements that are broken on the draft, also those that were broken before."""
        left = Counter(self.verdict.broken)
        appeared: list[Violation] = []
        for difference in self._differences(draft, self._musts):
            left.subtract(difference.vanished)
            appeared += difference.appeared
        return [*_left(self.verdict.broken, left), *appeared]

    def breaks(self, draft: Draft) -> Violation | None:
        """One requirement that is broken and was not; rather of the session or a person than of a whole slot."""
        for difference in self._differences(draft, self._musts):
            if difference.appeared:
                return difference.appeared[0]
        return None

    def cost(self, draft: Draft) -> int:
        """Of all preferences, more than before."""
        return sum(d.cost for d in self._differences(draft, self._prefers))

    def differences_of(self, timetable: Timetable) -> list[Difference]:
        """Of any other timetable of the school, by its full audit."""
        verdict = audit(self.problem, timetable)
        found: list[Difference] = []
        for rule, strength, weight, _ in self.rules:
            before = [v for v in (*self.verdict.broken, *self.verdict.unmet) if v.rule == rule.key]
            after = [v for v in (*verdict.broken, *verdict.unmet) if v.rule == rule.key]
            found += _difference(rule, strength, weight, before, after)
        return found

    def _differences(self, draft: Draft, rules: Iterable[_InForce]) -> Iterator[Difference]:
        if self._last is None or self._last[0] is not draft:
            self._last = draft, _Parts(self.problem, draft, self._said_before)
        parts = self._last[1]
        for rule, strength, weight, unit in rules:
            before, after = self._said_by(rule, draft) if unit is Unit.WHOLE else parts.said_by(rule, unit)
            yield from _difference(rule, strength, weight, before, after)

    def _said_by(self, rule: Rule, draft: Draft) -> tuple[list[Violation], list[Violation]]:
        if rule.key not in self._said_before:
            self._said_before[rule.key] = list(rule.check(self.problem, self.index.timetable))
        return self._said_before[rule.key], list(rule.check(self.problem, draft.timetable))

    def score_changes(self, differences: Iterable[Difference]) -> tuple[ScoreChange, ...]:
        """Before and after, of the rules whose amount differs."""
        scores: dict[str, Score] = {score.rule: score for score in self.verdict.scores}
        return tuple(
            ScoreChange(
                rule=d.rule,
                strength=d.strength,
                amount_before=scores[d.rule].amount,
                amount_after=scores[d.rule].amount + d.amount,
                cost_before=scores[d.rule].cost,
                cost_after=scores[d.rule].cost + d.cost,
            )
            for d in differences
            if d.amount
        )


class _Parts:
    """The parts of the school and of both timetables that the altered sessions touch, each cut out once."""

    def __init__(self, problem: Problem, draft: Draft, said_before: dict[Hashable, list[Violation]]) -> None:
        self.problem = problem
        self.draft = draft
        base = draft.index.timetable.sessions
        self.keys = touched([*draft.altered.values(), *(base[at] for at in draft.altered)])
        self._cut: dict[Unit, _Cut | None] = {}
        self._said_before = said_before

    def said_by(self, rule: Rule, unit: Unit) -> tuple[list[Violation], list[Violation]]:
        """What the rule says of the part before, and after."""
        if unit not in self._cut:
            self._cut[unit] = self._part(unit)
        cut = self._cut[unit]
        if cut is None:
            return [], []
        before = self._said_before.get((rule.key, cut.which))
        if before is None:
            before = self._said_before[rule.key, cut.which] = list(rule.check(cut.school, cut.before))
        return before, list(rule.check(cut.school, cut.after))

    def _part(self, unit: Unit) -> "_Cut | None":
        found = PARTS[unit].keys(self.keys)
        if not self.draft.altered or (unit is not Unit.SESSION and not found):
            return None
        places = {at for key in found for at in self.draft.index.positions.get(key, ())} | set(self.draft.altered)
        order = sorted(places)
        base = self.draft.index.timetable
        before = base.with_sessions([base.sessions[at] for at in order])
        after = base.with_sessions([self.draft.session(at) for at in order])
        which = unit, frozenset(found), tuple(order)
        return _Cut(which, PARTS[unit].school(self.problem, found), before, after)


class _Cut(NamedTuple):
    which: Hashable  # the same for the same school and the same sessions before
    school: Problem
    before: Timetable
    after: Timetable


def _difference(
    rule: Rule, strength: Strength, weight: int, before: list[Violation], after: list[Violation]
) -> Iterator[Difference]:
    if before != after:
        old, new = Counter(before), Counter(after)
        appeared, vanished = _left(after, new - old), _left(before, old - new)
        if appeared or vanished:
            yield Difference(rule.key, strength, weight, appeared, vanished)


def _left(violations: Iterable[Violation], times: Counter[Violation]) -> tuple[Violation, ...]:
    """In their order, each as often as counted."""
    left = Counter(times)
    found = []
    for violation in violations:
        if left[violation] > 0:
            left[violation] -= 1
            found.append(violation)
    return tuple(found)
