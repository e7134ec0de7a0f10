"""What is kept between two visits: schools, versions of their data, scenarios, timetables and jobs."""

from store.connection import BusyError, DamagedError, FullDiskError, UnreachableError
from store.errors import (
    GoneError,
    JobRunningError,
    LostUpdateError,
    NotFoundError,
    ScenarioInUseError,
    SchoolExistsError,
    StoreError,
)
from store.files import CopyError
from store.jobs import FRESH
from store.migrate import NewerStoreError, NotAStoreError
from store.place import data_folder
from store.store import Store
from store.timetable_values import UnreadableError
from store.values import (
    Head,
    Job,
    JobId,
    JobState,
    Mark,
    SavedScenario,
    SavedSchool,
    SavedSetting,
    SavedTimetable,
    SavedTimetableHead,
    ScenarioResult,
    SchoolId,
    TimetableId,
    TimetableState,
    TimetableStep,
    Version,
    VersionHead,
)

__all__ = [
    "FRESH", "BusyError", "CopyError", "DamagedError", "FullDiskError", "GoneError", "Head", "Job", "JobId",
    "JobRunningError", "JobState", "LostUpdateError", "Mark", "NewerStoreError", "NotAStoreError", "NotFoundError",
    "SavedScenario", "SavedSchool", "SavedSetting", "SavedTimetable", "SavedTimetableHead", "ScenarioInUseError",
    "ScenarioResult", "SchoolExistsError", "SchoolId", "Store", "StoreError", "TimetableId", "TimetableState",
    "TimetableStep", "UnreachableError", "UnreadableError", "Version", "VersionHead", "data_folder",
]  # fmt: skip
