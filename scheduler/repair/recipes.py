"""Recipes: sets of levers, each a different way of answering all shortages, and what they should cost."""

from collections.abc import Iterator

from models import Change, Problem, Shortage, apply_changes
from scheduler.precheck import precheck
from scheduler.repair.draft import Draft
from scheduler.repair.lever import Lever
from scheduler.repair.narrow import Core
from scheduler.repair.relevant import Relevance

# Where nothing was counted: what most often is the matter comes first.
_UNCOUNTED = (
    "other_room",
    "any_slot",
    "free_at",
    "instructor",
    "release_pin",
    "more_pupils",
    "room_changes",
    "leader_changes",
    "fewer_meetings",
    "more_sessions",
)

_UNSEEN = set(_UNCOUNTED[:3])  # once everything that was counted is made good, some other thing may still be short


def recipes(
    problem: Problem, shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]
) -> Iterator[tuple[Lever, ...]]:
    """Sets of levers, each a different way of answering all shortages.

    Of every shortage its cheapest kind of lever, its second cheapest, and so on; in the end all that answer any, and
    what helps against shortages that no count sees. Where nothing was counted, one kind of lever after the other, and
    then all.
    """
    if not shortages:
        there = {lever.kind for lever in levers}
        kinds = [*(k for k in _UNCOUNTED if k in there), *sorted(there - set(_UNCOUNTED))]
        yield from (tuple(lever for lever in levers if lever.kind == kind) for kind in kinds)
        yield levers
        return
    by_shortage: list[dict[str, list[Lever]]] = []
    for shortage in shortages:
        relevance = Relevance(problem, shortage)
        by_kind: dict[str, list[Lever]] = {}
        for lever in levers:
            if relevance.answers(lever):
                by_kind.setdefault(lever.kind, []).append(lever)
        kinds = sorted(by_kind, key=lambda kind: (min(lever.price for lever in by_kind[kind]), kind))
        by_shortage.append({kind: by_kind[kind] for kind in kinds})
    found: dict[frozenset[int], tuple[Lever, ...]] = {}
    for rank in range(max(len(by_kind) for by_kind in by_shortage)):
        chosen: dict[int, Lever] = {}
        for by_kind in by_shortage:
            kinds = list(by_kind)
            if kinds:
                chosen |= {id(lever): lever for lever in by_kind[kinds[min(rank, len(kinds) - 1)]]}
        found.setdefault(frozenset(chosen), tuple(lever for lever in levers if id(lever) in chosen))
    everything = {id(lever) for by_kind in by_shortage for some in by_kind.values() for lever in some}
    found.setdefault(frozenset(everything), tuple(lever for lever in levers if id(lever) in everything))
    hopeless = True
    for recipe in found.values():  # whether one is promising takes a count, so only when it is its turn
        if recipe and _promising(problem, shortages, recipe):
            hopeless = False
            yield recipe
    if hopeless:
        yield levers
        return
    more = tuple(lever for lever in levers if id(lever) in everything or lever.kind in _UNSEEN)
    if len(more) > len(everything):
        yield more


def core_recipes(problem: Problem, cores: tuple[Core, ...], levers: tuple[Lever, ...]) -> Iterator[tuple[Lever, ...]]:
    """Whatever the way out, it relaxes a part of every conflict: of each its cheapest kind of lever, its second
    cheapest, and so on; then all of them, and in the end what helps where nothing was counted."""
    by_core: list[list[list[Lever]]] = []
    for core in cores:
        by_kind: dict[str, list[Lever]] = {}
        for lever in core.levers:
            by_kind.setdefault(lever.kind, []).append(lever)
        by_core.append(sorted(by_kind.values(), key=lambda some: (min(lever.price for lever in some), some[0].kind)))
    for rank in range(max(map(len, by_core))):
        chosen = {id(lever) for kinds in by_core for lever in kinds[min(rank, len(kinds) - 1)]}
        yield tuple(lever for lever in levers if id(lever) in chosen)
    everything = {id(lever) for core in cores for lever in core.levers}
    yield tuple(lever for lever in levers if id(lever) in everything)
    yield from recipes(problem, (), levers)


def wider_recipes(
    problem: Problem, shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]
) -> Iterator[tuple[Lever, ...]]:
    """Where what answers the counted shortages is not enough, for more is short than counts can say: the same levers,
    each time with one more kind."""
    relevances = [Relevance(problem, shortage) for shortage in shortages]
    answering = [any(relevance.answers(lever) for relevance in relevances) for lever in levers]
    known = {lever.kind for lever, answers in zip(levers, answering, strict=True) if answers}
    for kind in _UNCOUNTED:
        if kind not in known and any(lever.kind == kind for lever in levers):
            pairs = zip(levers, answering, strict=True)
            yield tuple(lever for lever, answers in pairs if answers or lever.kind == kind)


_ABOUT_ONE = {"more_sessions", "free_at", "more_pupils", "fewer_pupils", "fewer_asked", "more_a_day", "quota_by_one"}


_PROVED_BY_ONE = {"more_sessions", "free_at"}
_NOT_BY_ONE = {"patrol_shared"}  # one leader who can do more lets all others do more


def least_price(shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]) -> int:
    """No way out by these levers costs less: some unit has to be taken, and as many as the worst shortage is short by
    where a unit surely makes up for one at most. (One pupil more in a group is one place more at each meeting.)"""
    counted = [s.demand - s.supply for s in shortages if s.code not in _NOT_BY_ONE]
    one_by_one = all(lever.kind in _PROVED_BY_ONE for lever in levers)
    return min(lever.price for lever in levers) * max([1, *counted] if one_by_one else [1])


def expected_price(shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]) -> int:
    """What the levers cost if each shortage is just made good; a guess, from which the search starts."""
    one_by_one = all(lever.kind in _ABOUT_ONE for lever in levers)
    units = sum(s.demand - s.supply if one_by_one else 1 for s in shortages)
    return max(1, min(lever.price for lever in levers)) * max(1, units)


_MAY_ASK_FOR_MORE = {"fewer_meetings", "fewer_activities", "fewer_walks", "more_walks"}


def _promising(problem: Problem, shortages: tuple[Shortage, ...], levers: tuple[Lever, ...]) -> bool:
    """Whether the counts come out once all these levers are taken to the full; else there is no need to search.

    Some levers taken to the full ask for more elsewhere (a class stays where no club meets), so with them one has to
    try.
    """
    if any(lever.kind in _MAY_ASK_FOR_MORE for lever in levers):
        return True
    draft = Draft(problem)
    waiving: list[Change] = []
    for lever in levers:
        lever.widen(draft)
        if type(lever).waive is not Lever.waive:
            waiving += lever.changes(lever.most)
    short = {(s.code, s.slot) for s in shortages}
    return not any((s.code, s.slot) in short for s in precheck(apply_changes(draft.widened(), waiving)))
