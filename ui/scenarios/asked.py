"""What is asked: the school as it is, or a scenario on it; and scenarios made of others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models import (
    Change,
    ChangesError,
    Problem,
    Repair,
    RuleCard,
    Scenario,
    Text,
    apply_changes,
    changes_of,
    fingerprint,
)
from store import SavedScenario


@dataclass(frozen=True)
class Asked:
    """The school with all changes of a scenario; without one, as it is."""

    saved: SavedScenario | None
    changes: tuple[Change, ...]  # those of the scenarios on which it stands first
    problem: Problem | None  # none: the changes cannot be made
    refused: tuple[Text, ...]  # why not
    mark: str  # fingerprint of the changed school: answers belong to it, whatever the scenario is called

    @property
    def name(self) -> str | None:
        """Of the scenario."""
        return None if self.saved is None else self.saved.scenario.name


def asked(problem: Problem, saved: Sequence[SavedScenario], name: str | None, cards: Sequence[RuleCard]) -> Asked:
    """The school with this scenario; as it is, if there is none of this name (any more)."""
    found = next((one for one in saved if one.scenario.name == name), None)
    if found is None:
        return Asked(None, (), problem, (), fingerprint(problem))
    changes: tuple[Change, ...] = ()
    try:
        changes = changes_of(found.scenario, {one.scenario.name: one.scenario for one in saved})
        changed = apply_changes(problem, changes, cards)
    except ChangesError as error:
        return Asked(found, changes or found.scenario.changes, None, error.texts, "")
    return Asked(found, changes, changed, (), fingerprint(changed))


def sentences(problem: Problem, changes: Iterable[Change]) -> tuple[Text, ...]:
    """Each change in a few words, as the school is when its turn comes."""
    said = []
    for change in changes:
        said.append(change.sentence(problem))
        try:
            problem = change.apply(problem)
        except ChangesError:  # it is said elsewhere that it cannot be made
            continue
    return tuple(said)


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """The wanted name, with a number behind it if another scenario has it."""
    names = set(taken)
    number, name = 1, wanted
    while name in names:
        number += 1
        name = f"{wanted} {number}"
    return name


def to_try(asked_now: Asked, repair: Repair, taken: Iterable[str]) -> Scenario:
    """A scenario with what the repair does, standing on what was asked."""
    start = "补救" if asked_now.name is None else f"{asked_now.name}＋补救"
    return Scenario(name=free_name(f"{start} {repair.cost}", taken), base=asked_now.name, changes=repair.changes)
