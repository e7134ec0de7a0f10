"""The model of what must hold, near a published timetable: how many people are told, and narrower models of it.

The narrower models are what makes a what-if quick: nearly everything stays as it is. `within` loses nothing by it.
"""

from dataclasses import dataclass, field
from functools import cached_property

from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

from models import Problem, Session, SessionKind, Strength, Timetable
from models.noun import PersonId
from scheduler.fixing import fixed
from scheduler.model import Built, build
from scheduler.rules import RULES
from scheduler.rules.least_change import LeastChange
from scheduler.scope import Split
from scheduler.variables import Linear


@dataclass
class Near:
    """A problem with a published timetable, its model, and who must be told in it."""

    problem: Problem
    built: Built
    told: dict[PersonId, Linear]
    club_sessions: list[tuple[Session, IntVar]] = field(init=False)  # of the published, with whether they change

    def __post_init__(self) -> None:
        published = self.problem.published
        changed = [(s, self.built.x.changed(s)) for s in (published.sessions if published else ()) if _is_club(s)]
        self.club_sessions = [(s, c) for s, c in changed if isinstance(c, IntVar)]

    @cached_property
    def people_told(self) -> Linear:
        """How many people must be told."""
        return self.built.x.sum(self.told.values())

    @cached_property
    def told_anyway(self) -> int:
        """People who must be told, whatever else is done."""
        return sum(told for told in self.told.values() if isinstance(told, int))

    def hint(self, timetable: Timetable) -> None:
        """Let every search begin at this timetable."""
        model, seen = self.built.model, set[int]()
        for decision, value in fixed(self.problem, self.built.x, _as_far_as_known(self.problem, timetable)):
            if isinstance(decision, IntVar) and decision.index not in seen:
                seen.add(decision.index)
                model.add_hint(decision, value)

    def all(self) -> CpModel:
        """A copy without any restriction."""
        return self.built.model.clone()

    def with_its_pattern(self) -> CpModel:
        """Only timetables in which every club meets when it does now (where it still can)."""
        model, x, published = self.all(), self.built.x, self.problem.published
        for club in x.clubs:
            now = {s.slot for s in published.of_club.get((club.id, 1), ())} if published else set()
            if now and now <= set(x.slots_of_club(club)):
                for slot in x.slots_of_club(club):
                    model.add(_same(model, x.meets(club.id, slot)) == int(slot in now))
        return model

    @staticmethod
    def without_objective(model: CpModel) -> None:
        """Any of its timetables will do."""
        model.proto.clear_objective()

    def within(self, people: int) -> CpModel:
        """Only timetables of which at most so many people are told: nothing else is lost.

        A club session whose change alone would concern more class teachers stays as it is, which settles most of the
        clubs before the search begins.
        """
        model = self.all()
        teacher = {c.id: c.class_teacher for c in self.problem.classes}
        for session, changed in self.club_sessions:
            concerned = {teacher.get(c) for c, pupils in session.pupils.items() if pupils > 0}
            more = sum(not isinstance(told, int) for p, told in self.told.items() if p in concerned)
            if self.told_anyway + more > people:
                model.add(_same(model, changed) == 0)
        open_ = [_same(model, told) for told in self.told.values() if not isinstance(told, int)]
        if open_:
            model.add(LinearExpr.sum(open_) <= people - self.told_anyway)
        return model


def near(problem: Problem, split: Split) -> Near:
    """Requirements only; the objective is the number of people who must be told."""
    built = build(problem, rules=[r for r in RULES if r.strength_in(problem) is Strength.MUST], split=split)
    found = _near(problem, built)
    built.model.minimize(found.people_told)
    if problem.published is not None:
        found.hint(problem.published)
    return found


def near_with_preferences(problem: Problem, split: Split, price: int) -> Near:
    """With all preferences but `least_change`; each session of the published timetable that changes costs `price`."""
    built = build(problem, rules=[r for r in RULES if r.key != LeastChange.key], split=split)
    costs: list[Linear] = [
        rule.weight_in(problem) * built.amounts[rule.key] for rule in RULES if rule.key in built.amounts
    ]
    found = _near(problem, built)
    published = problem.published
    sessions = [s for s in (published.sessions if published else ()) if s.kind is not SessionKind.PATROL]
    costs += [price * built.x.changed(s) for s in sessions]
    built.model.minimize(built.x.sum(costs))
    return found


def _near(problem: Problem, built: Built) -> Near:
    return Near(problem, built, LeastChange().people(built.model, built.x, problem))


def _as_far_as_known(problem: Problem, timetable: Timetable) -> Timetable:
    """Without the classes, clubs and rooms that the school no longer has."""
    rooms = {room.id for room in problem.rooms}
    sessions = tuple(
        s if s.room is None or s.room in rooms else s.model_copy(update={"room": None})
        for s in timetable.sessions
        if (s.school_class is None or s.school_class in problem.class_by_id)
        and (s.club is None or s.club in problem.club_by_id)
    )
    return timetable.with_sessions(sessions)


def _is_club(session: Session) -> bool:
    return session.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)


def _same(model: CpModel, decision: Linear) -> Linear:
    """The decision in a copy of the model."""
    return model.get_int_var_from_proto_index(decision.index) if isinstance(decision, IntVar) else decision
