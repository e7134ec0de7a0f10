"""What one choice costs exactly: the school solved again with the choice forced and everything else free."""

import time
from collections.abc import Sequence

from models import Forced, Move, Outcome, Problem, RuleSetting, Status, Strength, Text, Timetable, fingerprint
from scheduler.alter.draft import Draft
from scheduler.alter.effect import compared
from scheduler.alter.judge import Judge
from scheduler.alter.kept_duties import KeptDuties
from scheduler.alter.moving import moved
from scheduler.alter.pinning import forced
from scheduler.alter.reasons import stripped
from scheduler.alter.suggestions import suggestions
from scheduler.progress import OnProgress, Progress, SolveOptions, Stop
from scheduler.rules import RULES
from scheduler.solve import solve


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
    """The best timetable in which the choice holds, against the one that was found.

    With the outcome instead of its timetable, its bound is known, and an equally good timetable is proved at once.
    `near` asks for few people to tell instead: then the cost is what it comes to, and at least what is known without.
    Raises MoveError for a session or person that is not there, and for a move that only takes somebody away.
    """
    began = time.monotonic()
    timetable = found.timetable if isinstance(found, Outcome) else found
    if timetable is None:
        raise ValueError("an outcome without a timetable")
    floor = int(found.bound) if isinstance(found, Outcome) and found.bound is not None else 0
    moves = tuple(move) if isinstance(move, Sequence) else (move,)
    judge = Judge(problem, timetable)
    pins, kept = forced(judge.base, moves)
    best = _quickest(judge, moves) if not near else None
    bound, status = floor, Status.FEASIBLE
    why_not: Text | None = None
    if best is None or best[1] > floor:
        rule = KeptDuties(kept)
        options = SolveOptions(seconds=seconds, workers=workers)
        watch = _Watch(floor if not near else -1, on_progress, stop)
        asked = _asked(problem, timetable, pins=problem.pins + pins, near=near)
        outcome = solve(asked, options, watch.progress, watch.stop, rules=(*RULES, rule))
        if outcome.status is Status.IMPOSSIBLE:
            status = Status.IMPOSSIBLE
            why_not = outcome.shortages[0].text if outcome.shortages else _first_broken(judge, moved(judge.base, moves))
        elif outcome.timetable is not None:
            new = _stamped(problem, rule.settled(outcome.timetable))
            cost = Judge(problem, new).verdict.cost
            best = (new, cost) if best is None or cost < best[1] else best
        elif best is None:
            status = Status.OUT_OF_TIME
        if not near and outcome.bound is not None:
            bound = max(bound, int(outcome.bound))
    return _answer(judge, status, best, bound, why_not, time.monotonic() - began)


def _quickest(judge: Judge, moves: Sequence[Move]) -> tuple[Timetable, int] | None:
    """The cheapest timetable with the choice that short chains find, and its cost."""
    cost = judge.verdict.cost
    ways = suggestions(judge.problem, judge.index.timetable, moves, shown=10)
    return min(((w.effect.timetable, cost + w.effect.cost) for w in ways), key=lambda way: way[1], default=None)


def _asked(problem: Problem, timetable: Timetable, *, pins: Sequence[object], near: bool) -> Problem:
    """The school with the choice pinned; near: with this timetable published, so that few people are told."""
    fields = {name: getattr(problem, name) for name in Problem.model_fields} | {"pins": tuple(pins)}
    if near:
        others = tuple(s for s in problem.settings.rules if s.rule != "least_change")
        setting = RuleSetting(rule="least_change", strength=Strength.PREFER, weight=None)
        fields |= {
            "published": timetable,
            "settings": problem.settings.model_copy(update={"rules": (*others, setting)}),
        }
    return Problem(**fields)


def _stamped(problem: Problem, timetable: Timetable) -> Timetable:
    """Of the school itself: the pins of the question are no part of it."""
    return Timetable(
        school=problem.school, term=problem.term.name, fingerprint=fingerprint(problem), sessions=timetable.sessions
    )


def _first_broken(judge: Judge, draft: Draft) -> Text | None:
    broken = judge.breaks(draft)
    return None if broken is None else stripped(broken.text)


class _Watch:
    """Stops when nothing cheaper can come, or when the caller says so."""

    def __init__(self, floor: int, on_progress: OnProgress | None, stop: Stop | None) -> None:
        self.floor = floor
        self.told = on_progress
        self.stop = _Either(stop)

    def progress(self, progress: Progress) -> None:
        if progress.objective is not None and progress.objective <= self.floor:
            self.stop.set()
        if self.told is not None:
            self.told(progress)


class _Either(Stop):
    """Set by itself, or with another."""

    def __init__(self, other: Stop | None) -> None:
        super().__init__()
        self.other = other

    def is_set(self) -> bool:
        """Whether one of both is."""
        return super().is_set() or (self.other is not None and self.other.is_set())


def _answer(
    judge: Judge,
    status: Status,
    best: tuple[Timetable, int] | None,
    bound: int,
    why_not: Text | None,
    seconds: float,
) -> Forced:
    base = judge.verdict.cost
    if best is None:
        at_least = None if status is Status.IMPOSSIBLE else bound - base
        return Forced(
            status=status, at_least=at_least, text=_no_text(status, at_least, seconds, why_not), seconds=seconds
        )
    timetable, cost = best
    status = Status.OPTIMAL if cost <= bound else Status.FEASIBLE
    effect = compared(judge, timetable)
    least, most = min(bound, cost) - base, cost - base
    return Forced(
        status=status,
        timetable=timetable,
        at_least=least,
        at_most=most,
        effect=effect,
        text=_text(status, least, most, len(effect.notices)),
        seconds=seconds,
    )


def _text(status: Status, least: int, most: int, told: int) -> Text:
    people = Text(f"需告知{told}人", f"{told} people to tell")
    if status is Status.OPTIMAL:
        return Text(f"全校偏好代价{most:+d}，已证最优；{people.zh}。", f"Costs {most:+d}, proved best; {people.en}.")
    return Text(
        f"全校偏好代价至多{most:+d}、至少{least:+d}，尚未证完；{people.zh}。",
        f"Costs at most {most:+d} and at least {least:+d}, not proved yet; {people.en}.",
    )


def _no_text(status: Status, least: int | None, seconds: float, why_not: Text | None) -> Text:
    if status is Status.IMPOSSIBLE:
        zh, en = (f"：{why_not.zh.rstrip('。')}", f": {why_not.en.rstrip('.')}") if why_not else ("", "")
        return Text(
            f"不可，已证明没有这样的课表{zh}。", f"Impossible: it is proved that there is no such timetable{en}."
        )
    return Text(
        f"{seconds:.0f}秒内没有排出这样的课表，也没有证明排不出；代价至少{least:+d}。",
        f"No such timetable was found in {seconds:.0f} s, nor proved impossible; it costs at least {least:+d}.",
    )
