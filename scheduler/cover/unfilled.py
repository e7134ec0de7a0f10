"""Why a gap stays open, as a count that anybody can check."""

from collections.abc import Sequence

from models import CoverCandidate, Gap, Text, Unfilled
from models.noun import PersonId
from scheduler.change_texts import duty_name
from scheduler.cover.standing import Standing
from scheduler.matching import hall_violators
from scheduler.reading import listed, person_title

_TOLD = 6  # so many are told one by one


def unfilled(
    standing: Standing, ranked: Sequence[Sequence[CoverCandidate]], gaps: Sequence[int], *, proved: bool
) -> tuple[Unfilled, ...]:
    """One sentence for each of these gaps; `ranked` holds the candidates of every gap."""
    return tuple(
        Unfilled(
            gap=standing.gaps[n], text=_nobody(ranked[n]) or _too_few(standing, ranked, n) or _limits(gaps, proved)
        )
        for n in gaps
    )


def _nobody(found: Sequence[CoverCandidate]) -> Text | None:
    """Nobody fits, or everybody who fits cannot."""
    if not found:
        return Text("全校没有别人合适。", "Nobody else in the school fits.")
    if any(c.possible for c in found):
        return None
    told = [c for c in found[:_TOLD] if c.against is not None]
    zh = "；".join(f"{c.title.zh}{c.against.zh}" for c in told if c.against)
    en = "; ".join(f"{c.title.en}: {c.against.en}" for c in told if c.against)
    more = len(found) - len(told)
    return Text(
        f"合适的有{len(found)}人，都来不了：{zh}{f'；另{more}人也不行' if more else ''}。",
        f"{len(found)} fit, and none can come: {en}{f'; {more} more cannot either' if more else ''}.",
    )


def _too_few(standing: Standing, ranked: Sequence[Sequence[CoverCandidate]], number: int) -> Text | None:
    """So many gaps of one period, and fewer people for all of them together (Hall)."""
    here = standing.gaps[number]
    together = [
        n for n, g in enumerate(standing.gaps) if (g.day, g.session.slot.period) == (here.day, here.session.slot.period)
    ]
    edges: dict[int, list[PersonId]] = {
        n: [c.person for c in ranked[n] if c.possible and c.person is not None] for n in together
    }
    supply = dict.fromkeys((p for found in edges.values() for p in found), 1)
    for shown in hall_violators(dict.fromkeys(together, 1), supply, edges):
        if number in shown.left:
            what = listed(_what(standing, standing.gaps[n]) for n in shown.left)
            who = listed(person_title(standing.problem, p) for p in shown.right)
            return Text(
                f"同一时段要补{shown.demand}处（{what.zh}），能来的只有{shown.supply}人（{who.zh}）。",
                f"{shown.demand} are to be covered at the same time ({what.en}), and only {shown.supply} "
                f"can come ({who.en}).",
            )
    return None


def _limits(gaps: Sequence[int], proved: bool) -> Text:
    """No single period shows it: days, weeks and double periods together do."""
    if not proved:
        return Text("还没找到人，也没证明找不到。", "Nobody was found yet, and it is not proved that nobody can be.")
    return Text(
        f"受每天、每周上限和连堂同一人的限制，至少有{len(gaps)}处补不上（已证明）；补上这一处，就要空出另一处。",
        f"With the limits of days and weeks and one person for a double period at least {len(gaps)} stay open "
        "(proved): closing this one opens another.",
    )


def _what(standing: Standing, gap: Gap) -> Text:
    assert gap.role is not None
    return duty_name(standing.problem, gap.session, gap.role)
