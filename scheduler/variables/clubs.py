"""Who leads a club group: at each meeting, and at all."""

from ortools.sat.python.cp_model import IntVar

from models import Slot
from models.noun import PersonId
from scheduler.scope import Unit
from scheduler.variables.frame import Linear
from scheduler.variables.pattern import Pattern


class ClubLeaders(Pattern):
    """Leading is a decision per unit (group or whole-school club), person and slot."""

    def declare_leaders(self) -> None:
        """Nobody leads a meeting that does not take place."""
        self._leads_at: dict[tuple[str, PersonId, Slot], IntVar] = {}
        self._leads: dict[str, dict[PersonId, IntVar]] = {}
        self._led_by: dict[tuple[PersonId, Slot], list[IntVar]] = {}
        for unit in self.units:
            found = self._leads[unit.id] = {}
            slots = self.slots_of_club(unit.club)
            for person in self.scope.leaders(unit.club):
                here = [s for s in slots if self.scope.can_come(person, s)]
                if self.scope.keeps_leader and self.scope.has_no_choice(unit.club):
                    if len(here) == len(slots) > 0:  # leads at every meeting or at none: one decision
                        found[person.id] = self.bool("leads", unit.id, person.id)
                        for slot in slots:
                            self._add_leading(unit, person.id, slot, found[person.id])
                elif here:
                    literals = [self.bool("leads_at", unit.id, person.id, slot) for slot in here]
                    for slot, literal in zip(here, literals, strict=True):
                        self._add_leading(unit, person.id, slot, literal)
                    found[person.id] = self.any_of(literals, "leads", unit.id, person.id)

    def _add_leading(self, unit: Unit, person: PersonId, slot: Slot, literal: IntVar) -> None:
        self.model.add_implication(literal, self._meets[unit.club.id, slot])
        self._leads_at[unit.id, person, slot] = literal
        self._led_by.setdefault((person, slot), []).append(literal)

    def leads_at(self, unit: str, person: PersonId, slot: Slot) -> Linear:
        """Whether the person leads the unit's meeting in the slot."""
        return self._leads_at.get((unit, person, slot), 0)

    def leaders_at(self, unit: str, slot: Slot) -> Linear:
        """How many people lead the unit's meeting in the slot."""
        return self.sum(self.leads_at(unit, person, slot) for person in self._leads[unit])

    def leads(self, unit: str) -> dict[PersonId, IntVar]:
        """Person → whether he or she ever leads the unit."""
        return self._leads[unit]
