"""Saved scenarios of a school, and what solving them brought."""

from pydantic import ValidationError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import Outcome, Scenario
from store.errors import GoneError, LostUpdateError, NotFoundError, ScenarioInUseError
from store.opened import OpenedStore, school_row
from store.tables import ScenarioResultRow, ScenarioRow
from store.timetable_values import UnreadableError
from store.values import SavedScenario, ScenarioResult, SchoolId
from store.versions import version_row


class Scenarios(OpenedStore):
    """The part of the store that keeps scenarios."""

    def scenarios(self, school_id: SchoolId) -> tuple[SavedScenario, ...]:
        """All scenarios of a school, by name. Raises NotFoundError, UnreadableError."""
        with self._reading() as session:
            school_row(session, school_id)
            return tuple(_saved(row) for row in _rows(session, school_id))

    def save_scenario(self, school_id: SchoolId, scenario: Scenario, *, who: str, after: int) -> SavedScenario:
        """Save it under its name. `after` is the number of the saved scenario that was edited, 0 for a new one.

        Raises LostUpdateError if it was saved by somebody else since, also if a new one's name is taken; GoneError if
        it was removed since; NotFoundError.
        """

        def work(session: Session) -> SavedScenario:
            school_row(session, school_id)
            row = session.get(ScenarioRow, (school_id, scenario.name))
            if row is None and after:
                raise GoneError(scenario.name)
            if row is not None and row.edition != after:
                raise LostUpdateError(_saved(row), after)
            if row is None:
                row = ScenarioRow(school_id=school_id, name=scenario.name)
                session.add(row)
            row.content = scenario.model_dump_json()
            row.saved_at, row.saved_by = self._now(session), who
            session.flush()
            return _saved(row)

        return self._write(work)

    def remove_scenario(self, school_id: SchoolId, name: str) -> SavedScenario:
        """Remove it with its result, and hand it back. Raises NotFoundError; ScenarioInUseError if it is a base."""

        def work(session: Session) -> SavedScenario:
            row = _row(session, school_id, name)
            users = tuple(s.name for s in map(_saved_scenario, _rows(session, school_id)) if s.base == name)
            if users:
                raise ScenarioInUseError(name, users)
            gone = _saved(row)
            session.delete(row)
            session.flush()
            return gone

        return self._write(work)

    def save_scenario_result(
        self, school_id: SchoolId, name: str, outcome: Outcome, *, number: int, version: int
    ) -> ScenarioResult:
        """What solving the scenario `number` on this version of the data brought; replaces the result before.

        Raises NotFoundError if the scenario was removed in the meantime.
        """

        def work(session: Session) -> ScenarioResult:
            _row(session, school_id, name)
            version_row(session, school_id, version)
            session.execute(
                delete(ScenarioResultRow).where(
                    ScenarioResultRow.school_id == school_id, ScenarioResultRow.scenario == name
                )
            )
            row = ScenarioResultRow(
                school_id=school_id,
                scenario=name,
                number=number,
                version=version,
                saved_at=self._now(session),
                outcome=outcome.model_dump_json(),
            )
            session.add(row)
            session.flush()
            return _result(row)

        return self._write(work)

    def scenario_results(self, school_id: SchoolId) -> tuple[ScenarioResult, ...]:
        """The newest result of each scenario that was solved, by name. Raises NotFoundError, UnreadableError."""
        rows = select(ScenarioResultRow).where(ScenarioResultRow.school_id == school_id)
        with self._reading() as session:
            school_row(session, school_id)
            return tuple(_result(row) for row in sorted(session.scalars(rows), key=lambda row: row.scenario))


def _rows(session: Session, school_id: SchoolId) -> list[ScenarioRow]:
    rows = session.scalars(select(ScenarioRow).where(ScenarioRow.school_id == school_id))
    return sorted(rows, key=lambda row: row.name)  # here: databases order Chinese in different ways


def _row(session: Session, school_id: SchoolId, name: str) -> ScenarioRow:
    row = session.get(ScenarioRow, (school_id, name))
    if row is None:
        raise NotFoundError(f"方案“{name}”", f'scenario "{name}"')
    return row


def _saved(row: ScenarioRow) -> SavedScenario:
    return SavedScenario(number=row.edition, when=row.saved_at, who=row.saved_by, scenario=_saved_scenario(row))


def _saved_scenario(row: ScenarioRow) -> Scenario:
    try:
        return Scenario.model_validate_json(row.content)
    except ValidationError as error:
        raise UnreadableError(f"方案“{row.name}”", f'Scenario "{row.name}"') from error


def _result(row: ScenarioResultRow) -> ScenarioResult:
    try:
        outcome = Outcome.model_validate_json(row.outcome)
    except ValidationError as error:
        raise UnreadableError(f"方案“{row.scenario}”的结果", f'The result of scenario "{row.scenario}"') from error
    return ScenarioResult(
        scenario=row.scenario, number=row.number, version=row.version, when=row.saved_at, outcome=outcome
    )
