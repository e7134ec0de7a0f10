"""The best cover of many gaps at once, by CP-SAT: as many as can be, then the fewest people, then the fairest."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from ortools.sat.python import cp_model

from models import Cover, CoverCandidate, Covered, Gap, Instructor, Role, Teacher
from models.noun import PersonId
from scheduler.cover.candidates import candidates
from scheduler.cover.lexicographic import solved_in_order
from scheduler.cover.standing import Standing
from scheduler.cover.unfilled import unfilled

_AGAINST_TARGET = 4  # a load so much below the target or less counts alike


def best_cover(standing: Standing, *, seed: int = 0, without: Sequence[PersonId] = ()) -> Cover:
    """Every gap of a person covered where possible; those that stay are named with the count that shows why.

    In this order: gaps closed, people disturbed, an even week and then an even term, the candidates' scores. One
    worker, so that the same seed and input give the same cover. `without`: people who are not to be asked.
    """
    gaps = standing.gaps
    if not gaps:
        return Cover()
    ranked = [tuple(c for c in candidates(standing, g) if c.person not in without) for g in gaps]
    work = _Work(standing, gaps, [[c for c in found if c.possible] for found in ranked])
    chosen, proved = work.solve(seed)
    open_gaps = [n for n in range(len(gaps)) if n not in chosen]
    return Cover(
        covered=tuple(Covered(gap=gaps[n], by=chosen[n]) for n in sorted(chosen)),
        unfilled=unfilled(standing, ranked, open_gaps, proved=proved),
        people=tuple(dict.fromkeys(c.person for n, c in sorted(chosen.items()) if c.person is not None)),
        proved=proved,
    )


class _Work:
    """One model: x[gap, person] = the person closes the gap."""

    def __init__(self, standing: Standing, gaps: Sequence[Gap], able: Sequence[Sequence[CoverCandidate]]) -> None:
        self.standing, self.gaps, self.able = standing, gaps, able
        self.model = cp_model.CpModel()
        self.x = {
            (n, c.person): self.model.new_bool_var(f"x{n}/{c.person}")
            for n, found in enumerate(able)
            for c in found
            if c.person is not None
        }
        self._limits()
        self._meetings()
        self._beside_instructors()

    def solve(self, seed: int) -> tuple[dict[int, CoverCandidate], bool]:
        """Who closes which gap, and whether all of the order is proved."""
        used: dict[PersonId, cp_model.IntVar] = {}
        for (_, person), x in self.x.items():
            used.setdefault(person, self.model.new_bool_var(f"used/{person}"))
            self.model.add_implication(x, used[person])
        scores = {(n, c.person): c.score for n, found in enumerate(self.able) for c in found}
        order = (
            len(self.gaps) - sum(self.x.values()),
            sum(used.values()),
            self._uneven(),
            sum((scores[key] + 100) * x for key, x in self.x.items()),
        )
        values, proved = solved_in_order(self.model, order, list(self.x.values()), seed)
        taken = {key for key, value in zip(self.x, values, strict=True) if value}
        return {n: c for n, found in enumerate(self.able) for c in found if (n, c.person) in taken}, proved

    def _limits(self) -> None:
        """One person a gap; one place at a time; no more in a day or a week than agreed."""
        at: defaultdict[tuple[PersonId, date, int], list[cp_model.IntVar]] = defaultdict(list)
        on_day: defaultdict[tuple[PersonId, date], list[cp_model.IntVar]] = defaultdict(list)
        self.in_week: defaultdict[tuple[PersonId, int], list[cp_model.IntVar]] = defaultdict(list)
        for (n, person), x in self.x.items():
            gap = self.gaps[n]
            at[person, gap.day, gap.session.slot.period].append(x)
            on_day[person, gap.day].append(x)
            self.in_week[person, self.standing.week(gap.day)].append(x)
        for n in range(len(self.gaps)):
            self.model.add_at_most_one(x for (m, _), x in self.x.items() if m == n)
        for together in at.values():
            self.model.add_at_most_one(together)
        people = self.standing.problem.person_by_id
        for (person, day), found in on_day.items():
            self.model.add(sum(found) <= people[person].daily_most - self.standing.on_day[person, day])
        for (person, week), found in self.in_week.items():
            self.model.add(sum(found) <= people[person].weekly_most - self.standing.in_week[person, week])

    def _meetings(self) -> None:
        """Both periods of one meeting are served by the same person."""
        for n, gap in enumerate(self.gaps):
            for m in range(n + 1, len(self.gaps)):
                if self.standing.are_one_meeting(gap, self.gaps[m]):
                    for person in dict.fromkeys(p for k, p in self.x if k in (n, m)):
                        self.model.add(self.x.get((n, person), 0) == self.x.get((m, person), 0))

    def _beside_instructors(self) -> None:
        """An instructor stands in only where a teacher of the school is beside, or comes as well."""
        problem = self.standing.problem
        if not problem.settings.accompany_instructors:
            return
        for (n, person), x in self.x.items():
            gap = self.gaps[n]
            if gap.role is not Role.LEADER or not isinstance(problem.person_by_id[person], Instructor):
                continue
            there = self.standing.remains(gap).people(Role.LEADER, Role.ACCOMPANYING)
            if any(isinstance(problem.person_by_id[p], Teacher) for p in there):
                continue
            same = {m for m, g in enumerate(self.gaps) if (g.day, g.session) == (gap.day, gap.session) and m != n}
            teachers = [y for (m, p), y in self.x.items() if m in same and isinstance(problem.person_by_id[p], Teacher)]
            self.model.add(x <= sum(teachers))

    def _uneven(self) -> cp_model.LinearExprT:
        """Squares of the weeks' loads against the targets, then of what each has stood in for in the term."""
        problem, standing = self.standing.problem, self.standing
        terms: list[cp_model.LinearExprT] = []
        by_person: defaultdict[PersonId, list[cp_model.IntVar]] = defaultdict(list)
        for (person, week), found in self.in_week.items():
            who = problem.person_by_id[person]
            target = problem.target_of(who) if isinstance(who, Teacher) else 0
            above = max(0, standing.in_week[person, week] - target + _AGAINST_TARGET)
            terms.append(1000 * self._square(found, above))
            by_person[person] += found
        for person, found in by_person.items():
            terms.append(self._square(found, standing.stood_in[person]))
        return sum(terms)

    def _square(self, found: Sequence[cp_model.IntVar], before: int) -> cp_model.LinearExprT:
        """(before + n)² − before², for the number n of these: each one more costs two more than the last."""
        steps = [self.model.new_bool_var("") for _ in found]
        self.model.add(sum(steps) == sum(found))
        return sum((2 * (before + k) + 1) * step for k, step in enumerate(steps))
