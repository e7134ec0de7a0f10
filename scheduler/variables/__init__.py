"""The decisions of a timetable, asked in school language: `x.meets(club, slot)`, `x.duties(person, slot)` …

Rules ask these questions and never see how they are encoded, so that an encoding can change without a rule.
"""

from collections.abc import Collection

from ortools.sat.python.cp_model import CpModel

from models import Problem
from models.noun import RoomId
from scheduler.scope import Scope
from scheduler.variables.activities import FREE
from scheduler.variables.frame import Linear
from scheduler.variables.published import Published
from scheduler.variables.rooms import RoomKind
from scheduler.variables.support import Helped

__all__ = ["FREE", "Helped", "Linear", "RoomKind", "Variables"]


class Variables(Published):
    """All decisions of one problem."""

    def __init__(self, model: CpModel, problem: Problem, scope: Scope, split: Collection[RoomId] = ()) -> None:
        super().__init__(model, problem, scope)
        self.declare_pattern()
        first = len(model.proto.variables)
        self.declare_homework()
        self.homework_columns = range(first, len(model.proto.variables))
        self.declare_leaders()
        self.declare_activities()
        self.declare_support()
        self.declare_rooms(split)
        self.declare_places()
        self.declare_published()
