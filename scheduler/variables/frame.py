"""What all parts of the variables share: the model, the problem, the scope, and sums."""

from collections.abc import Iterable
from itertools import pairwise

from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

from models import Problem, SchoolClass, Session, Slot, SlotKind
from scheduler.scope import Scope, Unit, units_of

Linear = LinearExpr | int  # what may be asked of the decisions: an expression, or a number where nothing is open


class Frame:
    """Base of the parts of `Variables`."""

    def __init__(self, model: CpModel, problem: Problem, scope: Scope) -> None:
        self.model = model
        self.problem = problem
        self.scope = scope
        self.units: tuple[Unit, ...] = units_of(problem)
        self.unit_by_id = {u.id: u for u in self.units}
        self._waived: dict[tuple[str, ...], IntVar] = {}

    def published_at(self, slot: Slot) -> tuple[Session, ...]:
        """The slot's sessions in the published timetable; none without one."""
        return self.problem.published.at.get(slot, ()) if self.problem.published else ()

    @staticmethod
    def sum(terms: Iterable[Linear]) -> Linear:
        """The sum of the terms; 0 for none."""
        listed = list(terms)
        return LinearExpr.sum(listed) if listed else 0

    def bool(self, *name: object) -> IntVar:
        """A new yes/no decision."""
        return self.model.new_bool_var("/".join(map(str, name)))

    def any_of(self, literals: Iterable[IntVar], *name: object) -> IntVar:
        """Yes exactly when one of the literals is yes."""
        listed = list(dict.fromkeys(literals))
        if len(listed) == 1:
            return listed[0]
        found = self.bool(*name)
        for literal in listed:
            self.model.add_implication(literal, found)
        self.model.add(found <= self.sum(listed))
        return found

    def waive(self, count: IntVar, *what: str) -> None:
        """Let a requirement give way by so much; `what` is the rule and what it asks this of."""
        self._waived[what] = count

    def waived(self, *what: str) -> Linear:
        """By how much a requirement gives way here: 0, but in the search for repairs (`scheduler.repair`)."""
        return self._waived.get(what, 0)

    def forbid(self, decision: Linear) -> None:
        """It must not happen; what is not open needs no constraint."""
        if not isinstance(decision, int):
            self.model.add(decision == 0)

    def both(self, one: Linear, other: Linear, *name: object) -> IntVar:
        """Yes exactly when both 0/1 expressions are 1."""
        found = self.bool(*name)
        self.model.add(found >= one + other - 1)
        self.model.add(found <= one)
        self.model.add(found <= other)
        return found

    def common(self, one: Linear, other: Linear, *name: object) -> Linear:
        """As `both`, where a price makes the solver want it: then it need only be kept from being claimed falsely."""
        if isinstance(one, int) or isinstance(other, int):
            return 0  # one of them is not open: it never is so in both
        if not self.scope.all_rules_hold:
            return self.both(one, other, *name)
        found = self.bool(*name)
        self.model.add(found <= one)
        self.model.add(found <= other)
        return found

    def either(self, one: Linear, other: Linear, *name: object) -> IntVar:
        """Yes exactly when at least one of both 0/1 expressions is 1."""
        found = self.bool(*name)
        self.model.add(found >= one)
        self.model.add(found >= other)
        self.model.add(found <= one + other)
        return found

    def steps(self, count: Linear, most: int, *name: object) -> list[IntVar]:
        """Unit steps of a count: the k-th (from 1) is yes exactly when the count is at least k."""
        found = [self.bool(*name, k) for k in range(1, most + 1)]
        self.model.add(self.sum(found) == count)
        for lower, higher in pairwise(found):
            self.model.add_implication(higher, lower)
        return found

    def beyond(self, count: Linear, share: int, most: int, *name: object) -> Linear:
        """How far the count (at most `most`) is above the share; 0 below it."""
        return self.sum(self.steps(count, most, *name)[share:])

    def homework_slots(self, school_class: SchoolClass) -> tuple[Slot, ...]:
        """Slots in which the class does homework."""
        return self.problem.slots_of(school_class, SlotKind.HOMEWORK)

    def free_slots(self, school_class: SchoolClass) -> tuple[Slot, ...]:
        """Slots in which the class has clubs or activities."""
        return self.problem.slots_of(school_class, SlotKind.CLUB)
