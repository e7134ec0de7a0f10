"""What the screen 缺口与方案 looks at in this run: the school, its scenarios, the one that is asked, the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st
from pydantic import BaseModel

from models import Outcome, Problem, RepairPrices
from scheduler.rules import rule_cards
from store import Job, JobId, SavedScenario, SavedSchool, ScenarioResult, Store, Version
from ui.desk import Desk
from ui.scenarios.asked import Asked, asked
from ui.scenarios.kept import Explained, Nearest
from ui.scenarios.prices import KEY, prices_of
from ui.scenarios.work import EXPLAIN, WHATIF, InUse, Order

_M = TypeVar("_M", bound=BaseModel)
_CHOSEN = "scenario"
_LOOK_BACK = 60  # jobs: older answers are asked anew


@dataclass(frozen=True)
class Opened:
    """Read once in a run."""

    now: Desk
    school: SavedSchool
    version: Version
    problem: Problem
    scenarios: tuple[SavedScenario, ...]
    results: tuple[ScenarioResult, ...]
    jobs: tuple[Job, ...]
    asked: Asked

    @property
    def store(self) -> Store:
        """Where all of it is kept."""
        return self.now.store

    @property
    def prices(self) -> RepairPrices:
        """The school's own."""
        return prices_of(self.store.settings(self.school.id, KEY))

    @property
    def busy(self) -> bool:
        """Whether something runs for this school; then nothing else can be started."""
        return bool(self.jobs) and self.jobs[0].running

    @property
    def in_use(self) -> InUse | None:
        """The timetable that is open."""
        saved = self.now.timetable
        if saved is None:
            return None
        return InUse(saved.id, saved.timetable, self.now.made_from or self.problem)

    @property
    def names(self) -> tuple[str, ...]:
        """Of all scenarios."""
        return tuple(one.scenario.name for one in self.scenarios)

    def order(self) -> Order:
        """What is asked, for a work. Only where the changes can be made."""
        assert self.asked.problem is not None
        saved = self.asked.saved
        number = 0 if saved is None else saved.number
        return Order(
            self.school.id, self.version.number, self.now.who, self.asked.problem, self.asked.mark,
            self.asked.name, number,
        )  # fmt: skip

    def of(self, name: str | None) -> Asked:
        """The school with another scenario."""
        return _asked(
            f"{self.version.fingerprint} {[(s.scenario, s.number) for s in self.scenarios]} {name}", self, name
        )

    def explained(self, about: Asked) -> Explained | None:
        """The newest answer to why, if this school was asked about."""
        return self.newest(EXPLAIN, Explained, lambda kept: kept.mark == about.mark)

    def nearest(self, about: Asked) -> Nearest | None:
        """The newest timetable near to the one that is open."""
        base = self.in_use
        if base is None:
            return None
        return self.newest(WHATIF, Nearest, lambda kept: (kept.mark, kept.base) == (about.mark, base.id))

    def outcome(self, about: Asked) -> Outcome | None:
        """What solving the scenario brought, unless it or the data were changed since."""
        result = next((r for r in self.results if r.scenario == about.name), None)
        if result is None or about.saved is None:
            return None
        timetable = result.outcome.timetable
        if timetable is not None:
            return result.outcome if timetable.fingerprint == about.mark else None
        same = (result.number, result.version) == (about.saved.number, self.version.number)
        return result.outcome if same and about.saved.scenario.base is None else None

    def newest(self, kind: str, model: type[_M], fits: Callable[[_M], bool]) -> _M | None:
        """What the newest work of this kind kept that fits. Raises StoreError."""
        for job in self.jobs[:_LOOK_BACK]:
            if job.kind == kind and job.has_best:
                kept = self.store.best(job.id, model) if job.running else _kept(self.store, job.id, model)
                if kept is not None and fits(kept):
                    return kept
        return None


def opened(now: Desk, problem: Problem) -> Opened:
    """Read what there is. Raises StoreError."""
    assert now.school is not None
    assert now.version is not None
    school = now.school
    scenarios, results = now.store.scenarios(school.id), now.store.scenario_results(school.id)
    nothing = asked(problem, (), None, ())
    empty = Opened(now, school, now.version, problem, scenarios, results, now.store.jobs(school.id), nothing)
    chosen = st.session_state.get(f"{_CHOSEN}-{school.id}") or st.query_params.get(_CHOSEN)
    about = empty.of(chosen) if chosen else nothing
    return Opened(now, school, now.version, problem, scenarios, results, empty.jobs, about)


def choose(shown: Opened, name: str | None) -> None:
    """Ask about this scenario from the next run on; about the school as it is, without one."""
    st.session_state[f"{_CHOSEN}-{shown.school.id}"] = name or ""
    st.query_params.pop(_CHOSEN, None)


def in_address(shown: Opened) -> dict[str, str]:
    """What the page's address must hold so that a reload asks the same."""
    return {} if shown.asked.name is None else {_CHOSEN: shown.asked.name}


@st.cache_resource(show_spinner=False, max_entries=48)
def _asked(key: str, _shown: Opened, name: str | None) -> Asked:  # noqa: ARG001  the key holds all scenarios
    return asked(_shown.problem, _shown.scenarios, name, rule_cards())


@st.cache_resource(show_spinner=False, max_entries=24)
def _kept(_store: Store, job: JobId, model: type[_M]) -> _M | None:
    return _store.best(job, model)
