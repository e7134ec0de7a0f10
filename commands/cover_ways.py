"""What else could be done about a gap, as `kehou cover` proposes and takes it: gap 2, proposal 1 is called 2.1."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from commands.refused import RefusedError
from models import Gap, Issue, OtherWay, TermLog, Text
from scheduler.cover import Standing, other_ways

_NUMBER = re.compile(r"([1-9]\d*)[.．·]([1-9]\d*)")


def with_ways(standing: Standing, log: TermLog, typed: Sequence[str], who: str, now: datetime) -> TermLog:
    """The log with these proposals taken, one after the other; their numbers are those of the standing's gaps.

    Raises RefusedError for what is not proposed.
    """
    issues, gaps = [], _gaps(standing)
    for words in typed:
        found = _NUMBER.fullmatch(words.strip())
        gap = None if found is None or int(found[1]) > len(gaps) else gaps[int(found[1]) - 1]
        after = Standing(standing.problem, standing.base, log)  # earlier ones are taken by now
        ways = () if gap is None or gap not in _gaps(after) else other_ways(after, gap, who=who, when=now)
        if found is None or int(found[2]) > len(ways):
            issues.append(Issue(code="no_such_way", text=_none(words)))
            continue
        log = log.with_changes(ways[int(found[2]) - 1].measure)
    if issues:
        raise RefusedError(issues)
    return log


def ways_for(standing: Standing, gaps: Iterable[Gap] | None, who: str, now: datetime) -> Mapping[str, OtherWay]:
    """Number → proposal, for those of the standing's gaps that are named (None: all); each was audited on the term."""
    wanted = None if gaps is None else list(gaps)
    found = {}
    for number, gap in enumerate(_gaps(standing), start=1):
        if wanted is None or gap in wanted:
            for second, way in enumerate(other_ways(standing, gap, who=who, when=now), start=1):
                found[f"{number}.{second}"] = way
    return found


def _gaps(standing: Standing) -> tuple[Gap, ...]:
    """Those of people first, as swaps are numbered."""
    return (*standing.gaps, *standing.room_gaps)


def _none(words: str) -> Text:
    return Text(
        f"没有叫“{words}”的办法：先用 --ways 看有哪些，编号写作 1.1。",
        f"There is no way “{words}”: see them with --ways; their numbers are written 1.1.",
    )
