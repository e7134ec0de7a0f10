"""Try the scenarios of a workbook on its problem: what cannot be applied is a warning at its cell."""

from collections.abc import Sequence

from exchange.assembly.scenarios import ScenarioRows
from exchange.findings import cell_issue
from exchange.source_map import Source
from exchange.spelling import nearest
from models import ChangeError, ChangesError, Issue, Problem, Scenario, Severity, Text, apply_changes, changes_of


def trial_issues(problem: Problem, found: Sequence[ScenarioRows]) -> list[Issue]:
    """Changes that name what there is not, and bases that are not on the sheet. The school's own data is in order."""
    others = {made.scenario.name: made.scenario for made in found if made.scenario is not None}
    issues: list[Issue] = []
    for made in found:
        if made.scenario is None:
            continue
        start, more = _start(problem, made.scenario, others, made.base)
        issues += more
        for change, source in made.changes:
            if start is None:
                break
            try:
                start = change.apply(start)
            except ChangeError as error:
                issues += [_issue("change_in_vain", source, text) for text in error.texts]
    return issues


def _start(
    problem: Problem, scenario: Scenario, others: dict[str, Scenario], source: Source | None
) -> tuple[Problem | None, list[Issue]]:
    """The problem as the base leaves it; none if that cannot be told, which is said only of an unknown base."""
    if scenario.base is None:
        return problem, []
    if scenario.base not in others:
        near = nearest(scenario.base, set(others) - {scenario.name})
        cure = Text("请先写出它的变更，或改成已有的方案。", "enter its changes first, or name an existing one.")
        guess = cure if near is None else Text(f"是不是“{near}”？", f"is “{near}” meant?")
        text = Text(
            f"这张表里没有叫“{scenario.base}”的方案，{guess.zh}",
            f"there is no scenario called “{scenario.base}” on this sheet; {guess.en}",
        )
        return None, [] if source is None else [_issue("known_scenario", source, text)]
    try:
        return apply_changes(problem, changes_of(others[scenario.base], others)), []
    except ChangesError:
        return None, []


def _issue(code: str, source: Source, text: Text) -> Issue:
    return cell_issue(code, source.sheet, source.place or (1, 1), text, Severity.WARNING)
