"""The school after the changes that a command names: a scenario from a file or from the workbook, and quick ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from commands.inputs import School
from commands.refused import RefusedError
from exchange.quick_changes import quick_change
from exchange.scenarios import read_scenarios
from models import ChangeBase, ChangesError, Issue, Problem, PupilsGrown, Scenario, Text, apply_changes, changes_of
from scheduler.rules import rule_cards

_NOTHING = Text(
    "没有写学校有什么变动：请用 --scenario、--name、--close-room、--away、--leave 或 --pupils。",
    "No change is given: use --scenario, --name, --close-room, --away, --leave or --pupils.",
)


@dataclass(frozen=True)
class Changed:
    """The school with the changes, and what they are in words."""

    problem: Problem
    texts: tuple[Text, ...]


def changed_school(
    school: School,
    file: Path | None,
    name: str | None,
    close_room: Sequence[str],
    away: Sequence[str],
    leave: Sequence[str],
    pupils: int | None,
) -> Changed:
    """All changes, those of the scenario first. Raises RefusedError with everything that is wrong."""
    changes: list[ChangeBase] = []
    if file is not None or name is not None:
        changes += _of_scenario(school, file, name)
    issues: list[Issue] = []
    for kind, typed in (("room_closed", close_room), ("person_away", away), ("person_left", leave)):
        for words in typed:
            change = quick_change(kind, words, school.problem)
            if isinstance(change, Issue):
                issues.append(change)
            else:
                changes.append(change)
    if issues:
        raise RefusedError(issues)
    if pupils is not None:
        changes.append(PupilsGrown(percent=pupils))
    if not changes:
        raise RefusedError.because("no_change", _NOTHING)
    texts: list[Text] = []
    problem = school.problem
    try:
        for change in changes:
            texts.append(change.sentence(problem))
            problem = apply_changes(problem, [change])
    except ChangesError as refused:
        raise RefusedError([Issue(code="change_refused", text=text) for text in refused.texts]) from refused
    return Changed(problem, tuple(texts))


def _of_scenario(school: School, file: Path | None, name: str | None) -> tuple[ChangeBase, ...]:
    scenarios: Sequence[Scenario] = school.scenarios
    if file is not None:
        reading = read_scenarios(file, rule_cards())
        if reading.issues:
            raise RefusedError(reading.issues)
        scenarios = (*reading.scenarios, *(s for s in scenarios if s.name not in {r.name for r in reading.scenarios}))
    by_name = {scenario.name: scenario for scenario in scenarios}
    asked = reading.scenarios if file is not None else scenarios
    if name is None and len(asked) == 1:
        name = asked[0].name
    if name is None or name not in by_name:
        raise RefusedError.because("which_scenario", _which(name, list(by_name)))
    try:
        return changes_of(by_name[name], by_name)
    except ChangesError as refused:
        raise RefusedError([Issue(code="scenario_refused", text=text) for text in refused.texts]) from refused


def _which(name: str | None, known: Sequence[str]) -> Text:
    zh, en = "、".join(known) or "无", ", ".join(known) or "none"
    if name is None:
        return Text(
            f"有几个方案（{zh}），请用 --name 说是哪个。", f"There are several scenarios ({en}): choose by --name."
        )
    return Text(f"没有方案“{name}”（已有：{zh}）。", f'There is no scenario "{name}" (there are: {en}).')
