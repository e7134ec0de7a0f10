"""Places: how many pupils of a grade a club group takes in a slot (a transport problem: grades → groups)."""

from ortools.sat.python.cp_model import IntVar

from models import CrossClassClub, Slot
from models.noun import GradeId
from scheduler.variables.frame import Linear
from scheduler.variables.rooms import Rooms


class Places(Rooms):
    """Pupils are counted by grade; `scheduler.dispatch` splits them by class afterwards."""

    def declare_places(self) -> None:
        """No pupils in a group that does not meet."""
        self._places: dict[tuple[str, GradeId, Slot], IntVar] = {}
        for unit in self.units:
            if isinstance(unit.club, CrossClassClub):
                for grade in unit.club.grades:
                    most = self.problem.pupils_by_grade[grade]
                    for slot in self.slots_of_club(unit.club):
                        count = self.model.new_int_var(0, most, f"places/{unit.id}/{grade}/{slot}")
                        self.model.add(count <= most * self._meets[unit.club.id, slot])
                        self._places[unit.id, grade, slot] = count

    def places(self, unit: str, grade: GradeId, slot: Slot) -> Linear:
        """Pupils of the grade in the group in the slot."""
        return self._places.get((unit, grade, slot), 0)

    def pupils_in(self, unit: str, slot: Slot) -> Linear:
        """All pupils in the group in the slot."""
        return self.sum(self.places(unit, grade, slot) for grade in self.unit_by_id[unit].club.grades)
