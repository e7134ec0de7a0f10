"""What is kept between two visits: schools, versions of their data, scenarios, timetables and jobs."""

from store.access_errors import (
    NotAllowedError,
    SignedOutError,
    TooSoonError,
    UnfitPasswordError,
    WrongPasswordError,
)
from store.connection import BusyError, DamagedError, FullDiskError, UnreachableError
from store.erasing import Erasure, StillListedError
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
from store.published_only import PublishedOnly
from store.sign_ins import LASTS
from store.store import Store
from store.timetable_values import UnreadableError
from store.values import (
    Access,
    Head,
    Job,
    JobId,
    JobState,
    Mark,
    SavedScenario,
    SavedSchool,
    SavedSetting,
    SavedTermLog,
    SavedTimetable,
    SavedTimetableHead,
    ScenarioResult,
    SchoolId,
    SignIn,
    TimetableId,
    TimetableState,
    TimetableStep,
    Turn,
    Version,
    VersionHead,
)
from store.while_signed_in import WhileSignedIn

__all__ = [
    "FRESH", "LASTS", "Access", "BusyError", "CopyError", "DamagedError", "Erasure", "FullDiskError", "GoneError",
    "Head", "Job", "JobId", "JobRunningError", "JobState", "LostUpdateError", "Mark", "NewerStoreError",
    "NotAStoreError", "NotAllowedError", "NotFoundError", "PublishedOnly", "SavedScenario", "SavedSchool",
    "SavedSetting", "SavedTermLog", "SavedTimetable", "SavedTimetableHead", "ScenarioInUseError",
    "ScenarioResult", "SchoolExistsError", "SchoolId", "SignIn", "SignedOutError", "StillListedError", "Store",
    "StoreError", "TimetableId", "TimetableState", "TimetableStep", "TooSoonError", "Turn", "UnfitPasswordError",
    "UnreachableError", "UnreadableError", "Version", "VersionHead", "WhileSignedIn", "WrongPasswordError",
    "data_folder",
]  # fmt: skip
