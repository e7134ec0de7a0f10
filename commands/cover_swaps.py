"""Swaps of two people as `kehou cover` proposes and takes them: gap 2, proposal 1 is called 2.1."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from commands.refused import RefusedError
from models import Gap, Issue, SwapProposal, TermLog, Text
from scheduler.cover import Standing, swaps

_NUMBER = re.compile(r"([1-9]\d*)[.．·]([1-9]\d*)")


def with_swaps(standing: Standing, typed: Sequence[str], who: str, now: datetime) -> TermLog:
    """The log with these proposals taken, one after the other. Raises RefusedError for what is not proposed."""
    log, gaps, issues = standing.log, standing.gaps, []
    for words in typed:
        found = _NUMBER.fullmatch(words.strip())
        gap = None if found is None or int(found[1]) > len(gaps) else gaps[int(found[1]) - 1]
        after = Standing(standing.problem, standing.base, log)  # earlier ones are taken by now
        proposals = () if gap is None or gap not in after.gaps else swaps(after, gap, who=who, when=now)
        if found is None or int(found[2]) > len(proposals):
            issues.append(Issue(code="no_such_swap", text=_none(words)))
            continue
        swap = proposals[int(found[2]) - 1].swap
        log = log.with_changes(swap.model_copy(update={"id": log.next_id}))
    if issues:
        raise RefusedError(issues)
    return log


def proposed(standing: Standing, gaps: Iterable[Gap], who: str, now: datetime) -> Mapping[str, SwapProposal]:
    """Number → proposal, for those of the standing's gaps that are named; each was audited on the whole term."""
    wanted = list(gaps)
    found = {}
    for number, gap in enumerate(standing.gaps, start=1):
        if gap in wanted:
            for second, proposal in enumerate(swaps(standing, gap, who=who, when=now), start=1):
                found[f"{number}.{second}"] = proposal
    return found


def _none(words: str) -> Text:
    return Text(
        f"没有叫“{words}”的对调：先用 --swaps 看有哪些，编号写作 1.1。",
        f"There is no swap “{words}”: see them with --swaps; their numbers are written 1.1.",
    )
