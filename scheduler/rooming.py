"""Names for counted rooms: which room of its kind each group gets, the same in all its meetings."""

from collections.abc import Mapping

from ortools.sat.python import cp_model

from models import Problem, Slot, Strength
from models.noun import ClassId, RoomId
from scheduler.rules import RULES
from scheduler.variables import RoomKind, Variables


class PooledTooFarError(Exception):
    """The rooms of this kind suffice by count, but no club could keep its room: they must be told apart."""

    def __init__(self, kind: RoomKind) -> None:
        super().__init__(f"rooms {[r.id for r in kind.rooms]}")
        self.rooms: tuple[RoomId, ...] = tuple(r.id for r in kind.rooms)


Occupants = Mapping[tuple[str, Slot], RoomId]


def name_rooms(
    problem: Problem,
    x: Variables,
    groups: Mapping[tuple[str, Slot], RoomKind],
    guests: Mapping[tuple[ClassId, Slot], RoomKind],
    at_home: Mapping[tuple[RoomId, Slot], int],
    kept: Mapping[tuple[str, Slot, bool], RoomId],
) -> tuple[Occupants, Mapping[tuple[ClassId, Slot], RoomId]]:
    """A room for every meeting of a group and for every class that cannot be at home.

    `groups` and `guests` say in which kind they are, `at_home` how many classes sit in their own room, `kept` who (a
    group, or a class if the flag says so) stays where the published timetable has it.
    Raises PooledTooFarError when a kind has enough places in every slot but not for clubs that keep their room.
    """
    of_group: dict[tuple[str, Slot], RoomId] = {}
    of_class: dict[tuple[ClassId, Slot], RoomId] = {}
    keep = any(r.key == "club_keeps_room" and r.strength_in(problem) is Strength.MUST for r in RULES)
    for kind in x.room_kinds:
        mine = {key: kind for key, k in groups.items() if k is kind}
        theirs = {key: kind for key, k in guests.items() if k is kind}
        if len(kind.rooms) == 1:
            of_group.update(dict.fromkeys(mine, kind.rooms[0].id))
            of_class.update(dict.fromkeys(theirs, kind.rooms[0].id))
        elif mine or theirs:
            found = _assign(kind, sorted(mine), sorted(theirs), at_home, keep, kept)
            of_group.update({(who, slot): room for (who, slot, is_class), room in found.items() if not is_class})
            of_class.update({(who, slot): room for (who, slot, is_class), room in found.items() if is_class})
    return of_group, of_class


def _assign(
    kind: RoomKind,
    groups: list[tuple[str, Slot]],
    guests: list[tuple[ClassId, Slot]],
    at_home: Mapping[tuple[RoomId, Slot], int],
    keep: bool,
    kept: Mapping[tuple[str, Slot, bool], RoomId],
) -> dict[tuple[str, Slot, bool], RoomId]:
    """A small exact model: who sits in which room, at most `groups_at_once` in each slot."""
    model = cp_model.CpModel()
    choice: dict[tuple[str, Slot, bool, RoomId], cp_model.IntVar] = {}
    shared: dict[tuple[str, object, RoomId], cp_model.IntVar] = {}
    users = [(g, s, False) for g, s in groups] + [(c, s, True) for c, s in guests]
    for who, slot, is_class in users:
        # A club that keeps its room has one choice for all meetings; else one a day (a double meeting stays put).
        tie: object = (slot, "class") if is_class else ("week" if keep else (slot.week, slot.day))
        for room in kind.rooms:
            key = (who, tie, room.id)
            if key not in shared:
                shared[key] = model.new_bool_var("")
            choice[who, slot, is_class, room.id] = shared[key]
        model.add_exactly_one(choice[who, slot, is_class, room.id] for room in kind.rooms)
    for user in users:
        if user in kept:
            model.add(choice[(*user, kept[user])] == 1)
    for slot in {slot for _, slot, _ in users}:
        for room in kind.rooms:
            here = [choice[w, s, c, room.id] for w, s, c in users if s == slot]
            model.add(cp_model.LinearExpr.sum(here) <= room.groups_at_once - at_home.get((room.id, slot), 0))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # Ctrl-C is for Python to hear
    solver.parameters.max_deterministic_time = 5.0
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise PooledTooFarError(kind)
    return {(who, slot, is_class): room for (who, slot, is_class, room), v in choice.items() if solver.boolean_value(v)}
