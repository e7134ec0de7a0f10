"""Swaps and other ways as `kehou cover` proposes and takes them: of gap 2 the first is called 2.1."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from commands.refused import RefusedError
from models import Gap, Issue, Measure, OtherWay, SwapProposal, TermLog, Text
from scheduler.cover import Standing, other_ways, swaps

_NUMBER = re.compile(r"([1-9]\d*)[.．·]([1-9]\d*)")
_P = TypeVar("_P")


@dataclass(frozen=True)
class Proposals(Generic[_P]):
    """One kind of them, for one person who notes them at one moment; each was audited on the whole term."""

    option: str  # by which one is taken; with an s they are shown
    what: Text
    seek: Callable[[Standing, Gap], Sequence[_P]]
    measure: Callable[[_P], Measure]

    def taken(self, standing: Standing, log: TermLog, typed: Sequence[str]) -> TermLog:
        """The log with these, one after the other; their numbers are those of the standing's gaps.

        Raises RefusedError for what is not proposed.
        """
        issues, gaps = [], _gaps(standing)
        for words in typed:
            found = _NUMBER.fullmatch(words.strip())
            gap = None if found is None or int(found[1]) > len(gaps) else gaps[int(found[1]) - 1]
            after = Standing(standing.problem, standing.base, log)  # earlier ones are taken by now
            proposed = () if gap is None or gap not in _gaps(after) else self.seek(after, gap)
            if found is None or int(found[2]) > len(proposed):
                issues.append(Issue(code=f"no_such_{self.option}", text=self._none(words)))
                continue
            log = log.with_changes(self.measure(proposed[int(found[2]) - 1]))
        if issues:
            raise RefusedError(issues)
        return log

    def numbered(self, standing: Standing, gaps: Iterable[Gap] | None) -> Mapping[str, _P]:
        """Number → proposal, for those of the standing's gaps that are named (None: all)."""
        wanted = None if gaps is None else list(gaps)
        return {
            f"{number}.{second}": proposal
            for number, gap in enumerate(_gaps(standing), start=1)
            if wanted is None or gap in wanted
            for second, proposal in enumerate(self.seek(standing, gap), start=1)
        }

    def _none(self, words: str) -> Text:
        return Text(
            f"没有叫“{words}”的{self.what.zh}：先用 --{self.option}s 看有哪些，编号写作 1.1。",
            f"There is no {self.what.en} “{words}”: see them with --{self.option}s; their numbers are written 1.1.",
        )


def swap_proposals(who: str, when: datetime) -> Proposals[SwapProposal]:
    """Two people who serve each other's session."""
    return Proposals(
        "swap", Text("对调", "swap"), lambda standing, gap: swaps(standing, gap, who=who, when=when), lambda p: p.swap
    )


def way_proposals(who: str, when: datetime) -> Proposals[OtherWay]:
    """Another date, two classes together, or not at all."""
    return Proposals(
        "way", Text("办法", "way"), lambda standing, gap: other_ways(standing, gap, who=who, when=when),
        lambda way: way.measure,
    )  # fmt: skip


def _gaps(standing: Standing) -> tuple[Gap, ...]:
    """Those of people first."""
    return (*standing.gaps, *standing.room_gaps)
