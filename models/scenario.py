"""Scenarios (方案): a named list of changes, on the base problem or on another scenario."""

from collections.abc import Mapping

from pydantic import Field

from models.changes import Change, ChangesError
from models.checks.finding import missing
from models.noun import Name, Noun
from models.text import Text


class Scenario(Noun):
    """“What if”: changes that are tried together, under a name."""

    name: Name = Field(description="unique among the school's scenarios")
    base: Name | None = Field(None, description="the scenario on which it stands; none = the school as it is")
    changes: tuple[Change, ...] = Field((), description="what changes, in order")
    note: str = Field("", max_length=500, description="why it is tried")


def changes_of(scenario: Scenario, others: Mapping[str, Scenario]) -> tuple[Change, ...]:
    """All changes of a scenario, those of the scenarios on which it stands first.

    `others` maps names to scenarios. Raises ChangesError if a base is unknown or a scenario stands on itself.
    """
    chain = [scenario]
    while (name := chain[-1].base) is not None:
        names = [s.name for s in chain]
        if name in names:
            circle = " → ".join((*names[names.index(name) :], name))
            raise ChangesError(
                Text(
                    f"方案互相为基础，绕成了一圈：{circle}。请把其中一个的“基于”去掉。",
                    f"the scenarios stand on one another in a circle: {circle}; let one of them have no base.",
                )
            )
        if name not in others:
            where = Text(f"方案“{chain[-1].name}”的基础", f"the base of scenario “{chain[-1].name}”")
            raise ChangesError(missing(name, set(others) - set(names), Text("方案", "scenario"), where))
        chain.append(others[name])
    return tuple(change for one in reversed(chain) for change in one.changes)
