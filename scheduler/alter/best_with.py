"""What one choice costs exactly: the school solved again with the choice forced and everything else free."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from models import Forced, Move, Outcome, Problem, Status, Text, Timetable, fingerprint
from scheduler.alter.effect import compared
from scheduler.alter.forced_texts import impossible_text, nothing_text, price_text, shortage_text
from scheduler.alter.judge import Judge
from scheduler.alter.kept_duties import KeptDuties
from scheduler.alter.moving import moved
from scheduler.alter.pinning import clubs_as_they_meet, forced
from scheduler.alter.question import question
from scheduler.alter.reasons import reason_against
from scheduler.alter.suggestions import suggestions
from scheduler.audit import audit
from scheduler.progress import OnProgress, Progress, SolveOptions, Stop
from scheduler.rules import RULES
from scheduler.solve import solve

_SMALL = 15  # classes: up to this size the whole question is as quick as the one with the clubs in their slots
_FIRST = 0.6  # of the time, for the question with the clubs in their slots

# Whatever timetable has the choice breaks these as well: they look at the chosen person or room alone.
_ALWAYS = ("skill_fits", "tutor_fits", "person_available", "room_fits", "room_available")


def best_with(
    problem: Problem,
    found: Timetable | Outcome,
    move: Move | Sequence[Move],
    seconds: float = 30.0,
    *,
    near: bool = False,
    workers: int = 8,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Forced:
    """The cheapest timetable in which the choice holds, and of the cheapest one that touches few people.

    Of a larger school, first with the clubs in the slots in which they meet, which soon brings a good one, then free.

    `at_least` and `at_most` are against the timetable that was found; with its outcome, whose bound is known, an
    equally good timetable is proved at once. `near` asks for few people to tell before the cost: then only what it
    comes to is said of the cost. Progress is told in the question's own figures. Raises MoveError for a session or
    person that is not there and for a move that only takes somebody away, ValueError for an outcome without timetable.
    """
    timetable, floor = _given(found)
    moves = tuple(move) if isinstance(move, Sequence) else (move,)
    asking = _Asking(Judge(problem, timetable), moves, floor, time.monotonic())
    pins, kept = forced(asking.judge.base, moves)
    asking.look()
    rule = KeptDuties(kept)
    usual = (False,) if len(problem.classes) <= _SMALL else (True, False)
    for as_they_meet in usual if asking.status is Status.FEASIBLE else ():
        if asking.is_proved and not near:
            break
        meetings = clubs_as_they_meet(moved(asking.judge.base, moves)) if as_they_meet else ()
        asked = question(problem, timetable, (*pins, *meetings), near=near)
        left = max(0.0, seconds - (time.monotonic() - asking.began))
        options = SolveOptions(seconds=left * _FIRST if as_they_meet else left, workers=workers)
        told = _without_bound(on_progress) if as_they_meet else on_progress
        outcome = solve(asked.problem, options, told, stop, rules=(*RULES, rule))
        if outcome.timetable is not None:
            asking.hear(rule.settled(outcome.timetable), near=near)
        if as_they_meet:
            continue  # a bound for this day pattern says nothing of others, and another may be possible
        if outcome.status is Status.IMPOSSIBLE:
            asking.status = Status.IMPOSSIBLE
            asking.reason = shortage_text(outcome.shortages[0]) if outcome.shortages else None
        if outcome.bound is not None:
            asking.bound = max(asking.bound, asked.cost_bound(outcome.bound))
    return asking.answer()


def _without_bound(on_progress: OnProgress | None) -> OnProgress | None:
    if on_progress is None:
        return None
    return lambda progress: on_progress(Progress(progress.seconds, progress.objective, None))


def _given(found: Timetable | Outcome) -> tuple[Timetable, int]:
    """The timetable, and what is known to be the least that any costs."""
    if isinstance(found, Timetable):
        return found, 0
    if found.timetable is None:
        raise ValueError("an outcome without a timetable")
    return found.timetable, 0 if found.bound is None else int(found.bound)


@dataclass
class _Asking:
    judge: Judge
    moves: tuple[Move, ...]
    bound: int
    began: float
    status: Status = Status.FEASIBLE
    best: tuple[int, int, Timetable] | None = field(default=None)  # cost, people told
    reason: Text | None = None

    def look(self) -> None:
        """What is seen without solving: that it can never be, or a short chain that makes it possible."""
        problem, base = self.judge.problem, self.judge.base
        draft = moved(base, self.moves)
        broken = self.judge.breaks(draft)
        if broken is not None and broken.rule in _ALWAYS and self._concerns_the_choice(broken.people, broken.rooms):
            self.status = Status.IMPOSSIBLE
            self.reason = reason_against(problem, draft, self.moves[0], broken)
            return
        cost = self.judge.verdict.cost
        ways = suggestions(problem, base.index.timetable, self.moves, shown=10)
        self.best = min(
            ((cost + w.effect.cost, w.told, w.effect.timetable) for w in ways), key=lambda w: w[:2], default=None
        )

    def _concerns_the_choice(self, people: Sequence[str], rooms: Sequence[str]) -> bool:
        chosen = {getattr(move, name, None) for move in self.moves for name in ("by", "room")} - {None}
        return bool(chosen & {*people, *rooms})

    @property
    def is_proved(self) -> bool:
        """Whether nothing can be cheaper than the best that is known."""
        return self.best is not None and self.best[0] <= self.bound

    def hear(self, timetable: Timetable, *, near: bool) -> None:
        """Of a timetable that was solved: the school's own, for the pins of the question are no part of it."""
        problem = self.judge.problem
        new = Timetable(
            school=problem.school, term=problem.term.name, fingerprint=fingerprint(problem), sessions=timetable.sessions
        )
        told = len(compared(self.judge, new).notices)
        ranked = (audit(problem, new).cost, told, new)
        order = (1, 0) if near else (0, 1)
        if self.best is None or [ranked[n] for n in order] < [self.best[n] for n in order]:
            self.best = ranked

    def answer(self) -> Forced:
        """What may be said."""
        seconds, base = time.monotonic() - self.began, self.judge.verdict.cost
        if self.status is Status.IMPOSSIBLE:
            return Forced(status=self.status, text=impossible_text(self.reason), seconds=seconds)
        least = self.bound - base
        if self.best is None:
            text = nothing_text(least, seconds)
            return Forced(status=Status.OUT_OF_TIME, at_least=least, text=text, seconds=seconds)
        cost, _, timetable = self.best
        status = Status.OPTIMAL if self.is_proved else Status.FEASIBLE
        effect, least, most = compared(self.judge, timetable), min(self.bound, cost) - base, cost - base
        return Forced(
            status=status,
            timetable=timetable,
            at_least=least,
            at_most=most,
            effect=effect,
            text=price_text(status, least, most, len(effect.notices)),
            seconds=seconds,
        )
