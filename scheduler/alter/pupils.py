"""Pupils of a walking slot shared anew, after a club has left it or come: as few as can be change their club."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ortools.graph.python import min_cost_flow

from models import CrossClassClub, Participation, Problem, Session, SessionKind, Slot
from models.noun import ClassId
from scheduler.alter.draft import Draft
from scheduler.reading import led_club

_CHANGE = 100  # a pupil changes clubs
_FULL = (0, 1, 2, 4)  # filling the quarters of a group, from least to most: rather evenly
_SHORT = 10_000  # a pupil less than a group needs


def share_anew(problem: Problem, draft: Draft, slots: Iterable[Slot]) -> Draft:
    """The draft in which the clubs of these slots have pupils that fit, if that can be.

    Clubs with an enrolment keep their pupils. Where it cannot be, head counts stay, and the rules say what is wrong.
    """
    altered: dict[int, Session] = {}
    for slot in dict.fromkeys(slots):
        altered |= _Sharing(problem, draft, slot).altered()
    return draft.with_altered(altered)


@dataclass
class _Sharing:
    problem: Problem
    draft: Draft
    slot: Slot
    flow: min_cost_flow.SimpleMinCostFlow = field(default_factory=min_cost_flow.SimpleMinCostFlow)
    nodes: dict[object, int] = field(default_factory=dict)
    joins: dict[int, tuple[ClassId, int]] = field(default_factory=dict)  # arc → class, place of the session

    def altered(self) -> dict[int, Session]:
        places = self.draft.with_key(("slot", self.slot))
        clubs = {at: club for at in places if (club := led_club(self.problem, self.draft.session(at)))}
        groups = {at: club for at, club in clubs.items() if isinstance(club, CrossClassClub)}
        free = {at: club for at, club in groups.items() if not club.enrolment}
        fixed: defaultdict[ClassId, int] = defaultdict(int)  # pupils of clubs whose members are listed
        for at in groups.keys() - free.keys():
            for class_id, count in self.draft.session(at).pupils.items():
                fixed[class_id] += count
        if not groups:
            return {}
        total = sum(self._class(class_id, left, free) for class_id, left in self._walking(groups, fixed))
        for at, club in free.items():
            self._group(at, club)
        self.flow.set_node_supply(self._node("sink"), -total)
        if self.flow.solve() != self.flow.OPTIMAL or self._is_short:
            return {}
        return self._read(free, fixed)

    def _node(self, key: object) -> int:
        return self.nodes.setdefault(key, len(self.nodes))

    def _walking(self, groups: dict[int, CrossClassClub], fixed: dict[ClassId, int]) -> Iterator[tuple[ClassId, int]]:
        """Classes of the bands that walk then, and how many of their pupils are in no listed club."""
        bands = self.problem.band_by_grade
        walking = {bands[grade].id for club in groups.values() for grade in club.grades if grade in bands}
        for c in self.problem.classes:
            if c.grade in bands and bands[c.grade].id in walking:
                yield c.id, max(0, c.pupils - fixed[c.id])

    def _class(self, class_id: ClassId, left: int, free: dict[int, CrossClassClub]) -> int:
        node = self._node(class_id)
        c = self.problem.class_by_id[class_id]
        self.flow.set_node_supply(node, left)
        now = 0
        for at, club in free.items():
            if c.grade in club.grades:
                has = min(left, self.draft.session(at).pupils.get(class_id, 0))
                now += has
                for most, cost in ((has, 0), (left - has, _CHANGE)):
                    if most > 0:
                        self.joins[self._arc(node, self._node(at), most, cost)] = class_id, at
        if self.problem.band_by_grade[c.grade].participation is Participation.VOLUNTEERS:
            stay = max(0, left - now)
            self._arc(node, self._node("sink"), stay, 0)
            self._arc(node, self._node("sink"), left - stay, _CHANGE)
        return left

    def _group(self, at: int, club: CrossClassClub) -> None:
        ratio, adults = self.problem.settings.pupils_per_adult, len(self.draft.session(at).duties)
        most = club.most if ratio is None else min(club.most, ratio * adults)
        node, sink = self._node(at), self._node("sink")
        self._arc(node, sink, min(club.least, most), -_SHORT)
        above = max(0, most - club.least)
        for quarter, cost in enumerate(_FULL):
            self._arc(node, sink, above * (quarter + 1) // 4 - above * quarter // 4, cost)

    def _arc(self, tail: int, head: int, most: int, cost: int) -> int:
        return int(self.flow.add_arc_with_capacity_and_unit_cost(tail, head, most, cost))

    @property
    def _is_short(self) -> bool:
        """Whether some group has less than its least."""
        arcs = range(self.flow.num_arcs())
        return any(self.flow.unit_cost(a) == -_SHORT and self.flow.flow(a) < self.flow.capacity(a) for a in arcs)

    def _read(self, free: dict[int, CrossClassClub], fixed: dict[ClassId, int]) -> dict[int, Session]:
        pupils: dict[int, dict[ClassId, int]] = {at: {} for at in free}
        away = defaultdict(int, fixed)
        for arc, (class_id, at) in self.joins.items():
            count = self.flow.flow(arc)
            if count:
                pupils[at][class_id] = pupils[at].get(class_id, 0) + count
                away[class_id] += count
        altered = {at: self.draft.session(at).model_copy(update={"pupils": p}) for at, p in pupils.items()}
        for at in self.draft.with_key(("slot", self.slot)):  # volunteers: the rest is in the class
            session = self.draft.session(at)
            if session.kind is SessionKind.CLASS_ACTIVITY and session.school_class is not None:
                c = self.problem.class_by_id[session.school_class]
                altered[at] = session.model_copy(update={"pupils": {c.id: c.pupils - away[c.id]}})
        return altered
