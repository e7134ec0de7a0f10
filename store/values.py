"""What the store hands out: frozen values, never rows. All times are UTC and aware of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from pydantic import JsonValue

from models import Outcome, Problem, Scenario, Status, TermLog, Text, Timetable, Verdict

SchoolId = NewType("SchoolId", str)
TimetableId = NewType("TimetableId", str)
JobId = NewType("JobId", str)


class Access(StrEnum):
    """教导处 edits; 只读 (such as a class teacher) sees and downloads what is published."""

    OFFICE = "office"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody who came in with a password."""

    access: Access
    name: str  # as typed by himself or herself; may be empty
    until: datetime


@dataclass(frozen=True, slots=True)
class SavedSchool:
    """One school in one term (学校与学期); its data are in numbered versions."""

    id: SchoolId
    name: str
    term: str
    created: datetime
    last_changed: datetime  # of its name or its data
    who: str  # who changed it last
    newest: int  # number of the newest version of its data
    removed: datetime | None  # since when it is out of the list; it can be brought back


@dataclass(frozen=True, slots=True)
class Head:
    """Who saved what number when: of a version, a scenario or a setting."""

    number: int  # 1, 2, 3 …; what an editor hands back as `after`
    when: datetime
    who: str


@dataclass(frozen=True, slots=True)
class VersionHead(Head):
    """A version of a school's data, without the data."""

    note: Text
    readable: bool  # whether a problem could be read from the document
    fingerprint: str | None  # of that problem; differs from a timetable's where the data were changed since


@dataclass(frozen=True, slots=True)
class Version(VersionHead):
    """A version of a school's data."""

    document: str  # JSON of the workbook's sheets as they were typed, wrong entries as well
    problem: Problem | None


class TimetableState(StrEnum):
    """草稿、已发布、已存档. Of each school at most one is published."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class TimetableStep:
    """One step in the life of a timetable: saved as a draft, published, archived."""

    state: TimetableState
    when: datetime
    who: str
    note: Text
    first_day: date | None = None  # of a publication: in force from then on; none = from the first day of the term


@dataclass(frozen=True, slots=True)
class SavedTimetableHead:
    """A saved timetable without its sessions."""

    id: TimetableId
    school: SchoolId
    number: int  # 1, 2, 3 … within the school
    state: TimetableState
    since: TimetableStep  # when, by whom and why it got into this state
    version: int  # of the data that it was made from
    parent: TimetableId | None  # the timetable that was changed by hand, if it came about so
    name: str
    note: Text
    status: Status | None  # how the search ended; none if it was made by hand
    cost: int | None  # as audited
    bound: float | None  # no timetable of these data costs less; none if made by hand
    broken: int | None  # requirements' violations; none if it was not audited
    fingerprint: str  # of the problem that it was made from
    when: datetime
    who: str


@dataclass(frozen=True, slots=True)
class SavedTimetable(SavedTimetableHead):
    """A saved timetable."""

    timetable: Timetable
    verdict: Verdict | None
    outcome: Outcome | None  # what the search brought (with timetable and verdict); none if it was made by hand
    steps: tuple[TimetableStep, ...]  # the oldest first


@dataclass(frozen=True, slots=True)
class SavedScenario(Head):
    """A scenario of a school; its number counts how often it was saved."""

    scenario: Scenario


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """What a solve of a scenario brought, also that it is impossible."""

    scenario: str  # its name
    number: int  # of the scenario when it was solved; behind the scenario's own number: it was changed since
    version: int  # of the school's data
    when: datetime
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SavedSetting(Head):
    """One setting of the office, such as its prices of repairs."""

    value: JsonValue


@dataclass(frozen=True, slots=True)
class SavedTermLog(Head):
    """What was changed in the term after a timetable was published; its number counts how often it was saved."""

    log: TermLog


@dataclass(frozen=True, slots=True)
class Turn:
    """A timetable that was published, and everything that says what took place while it was in force."""

    saved: SavedTimetable
    when: datetime  # it was published
    first_day: date | None  # from then on; none = from the first day of the term
    problem: Problem | None  # that it was made from; none where that had errors
    log: SavedTermLog | None


class JobState(StrEnum):
    """How a job stands. INTERRUPTED: its process gave no sign of life any more."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a search stood after so many seconds."""

    seconds: float
    objective: int | None
    bound: float | None


@dataclass(frozen=True, slots=True)
class Job:
    """Long work for one school; one at a time."""

    id: JobId
    school: SchoolId
    number: int  # 1, 2, 3 … within the school
    version: int  # of the data that it works on
    kind: str
    who: str
    state: JobState
    started: datetime
    heartbeat: datetime  # the last sign of life
    ended: datetime | None
    stop_asked: bool
    mark: Mark | None  # the newest
    has_best: bool  # whether something was kept: `Store.best`
    sentence: Text | None  # how it ended

    @property
    def running(self) -> bool:
        """Whether it still gives signs of life."""
        return self.state is JobState.RUNNING

    @property
    def must_stop(self) -> bool:
        """What the worker looks at after each sign of life: somebody asked, or the job was taken for dead."""
        return self.stop_asked or not self.running
