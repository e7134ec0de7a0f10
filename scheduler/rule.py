"""What a rule is: two independent readings of one sentence, `check` for the reader, `require`/`amounts` for the solver.

Rules never import OR-Tools: they speak to `x` (the `Variables`) in school language and hand linear expressions on.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from models import Problem, RuleCard, Strength, Text, Timetable, Violation

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class Rule(ABC):
    """One rule of the school. Stateless; one instance of each stands in `scheduler.rules.RULES`."""

    key: ClassVar[str]  # file name, workbook key, documentation anchor
    title: ClassVar[Text]
    sentence: ClassVar[Text]  # what it says, for the 规则 sheet and docs/rules.md
    strength: ClassVar[Strength]  # unless the school sets another
    choices: ClassVar[tuple[Strength, ...]]
    weight: ClassVar[int] = 0
    unit: ClassVar[Text | None] = None

    @abstractmethod
    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """Every place where the timetable breaks the rule; shares nothing with the solver's reading."""

    @abstractmethod
    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Forbid exactly what `check` complains of."""

    def strength_in(self, problem: Problem) -> Strength:
        """How strictly this school takes the rule."""
        found = [s.strength for s in problem.settings.rules if s.rule == self.key and s.strength is not None]
        return found[-1] if found and found[-1] in self.choices else self.strength

    def weight_in(self, problem: Problem) -> int:
        """Price of one unit in this school; 0 for what is not a preference here."""
        if self.strength_in(problem) is not Strength.PREFER:
            return 0
        found = [s.weight for s in problem.settings.rules if s.rule == self.key and s.weight is not None]
        return found[-1] if found else self.weight

    def card(self) -> RuleCard:
        """What exchange and ui must know of the rule."""
        return RuleCard(
            key=self.key,
            title=self.title,
            sentence=self.sentence,
            strength=self.strength,
            weight=self.weight,
            unit=self.unit,
            choices=self.choices,
        )


class Requirement(Rule):
    """Never broken."""

    strength = Strength.MUST
    choices = (Strength.MUST,)


class Preference(Rule):
    """Broken at a price: weight x amount. The school may turn it into a requirement, or off."""

    strength = Strength.PREFER
    choices = (Strength.MUST, Strength.PREFER, Strength.OFF)
    unit: ClassVar[Text]

    @abstractmethod
    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Expressions whose sum is what `check` counts, whether minimised or maximised."""

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """As a requirement: nothing of it at all."""
        for amount in self.amounts(model, x, problem):
            model.add(amount == 0)
