"""What only the policy report reads: its settings, and the list of institutions."""

from collections.abc import Iterator

from models.checks.finding import Check, Finding, error, nearest, warning
from models.policy_items import POLICY_ITEM
from models.problem import Problem


def policy_item_known(problem: Problem) -> Iterator[Finding]:
    """A setting is for an item that there is."""
    for i, setting in enumerate(problem.settings.policy):
        if setting.item not in POLICY_ITEM:
            near = nearest(setting.item, POLICY_ITEM)
            guess = ("。", ".") if near is None else (f"，是不是“{near}”？", f"; is “{near}” meant?")
            yield error(
                ("settings", "policy", i, "item"),
                f"没有叫“{setting.item}”的政策项目{guess[0]}",
                f"there is no policy item called “{setting.item}”{guess[1]}",
            )


def policy_item_once(problem: Problem) -> Iterator[Finding]:
    """One setting for an item; of several the last one holds."""
    seen = set()
    for i, setting in enumerate(problem.settings.policy):
        if setting.item in seen:
            yield warning(
                ("settings", "policy", i, "item"),
                f"政策项目“{setting.item}”写了两次，以后一次为准：请只留一次。",
                f"policy item “{setting.item}” is set twice; the later setting holds: keep one.",
            )
        seen.add(setting.item)


def institution_once(problem: Problem) -> Iterator[Finding]:
    """An institution stands on the list once."""
    seen = set()
    for i, one in enumerate(problem.institutions):
        if one.name in seen:
            yield error(
                ("institutions", i, "name"),
                f"机构“{one.name}”登记了两次：请只留一行。",
                f"institution “{one.name}” is entered twice: keep one row.",
            )
        seen.add(one.name)


def institution_dates(problem: Problem) -> Iterator[Finding]:
    """An approval ends after it begins."""
    for i, one in enumerate(problem.institutions):
        first, last = one.approved_from, one.approved_until
        if first is not None and last is not None and last < first:
            yield error(
                ("institutions", i, "approved_until"),
                f"机构“{one.name}”的审核从{first}到{last}：截止日期早于起始日期。",
                f"the approval of “{one.name}” runs from {first} to {last}: it ends before it begins.",
            )


CHECKS: tuple[Check, ...] = (policy_item_known, policy_item_once, institution_once, institution_dates)
