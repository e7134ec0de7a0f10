"""The nouns of a school's after-school service. Imports nothing of ours."""

from models.alteration import (
    Candidate,
    CandidateGroup,
    Effect,
    Exchanged,
    ExchangeMove,
    Forced,
    Move,
    MoveStep,
    PersonMove,
    RoomMove,
    SessionRef,
    SlotMove,
    Suggestion,
)
from models.changes import (
    BandChanged,
    Change,
    ChangeError,
    ChangesError,
    ClassAdded,
    ClubAdded,
    ClubChanged,
    ClubDropped,
    DayOff,
    PapersRenewed,
    PersonAway,
    PersonChanged,
    PersonFree,
    PersonJoined,
    PersonLeft,
    PinReleased,
    PupilsGrown,
    QuotaChanged,
    RoomAdded,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RuleChanged,
    SettingsChanged,
    apply_changes,
)
from models.club import ClassActivity, Club, ClubGroup, CrossClassClub, LeaderFrom, WholeSchoolClub
from models.comparison import ChangeKind, Comparison, Notice, ScoreChange, SessionChange
from models.explanation import Conflict, Explanation, LeastBad, Margin, Repair, Step
from models.fingerprint import fingerprint
from models.homework import HomeworkQuota, MayServe
from models.people import Credential, Instructor, Parity, Person, SlotWish, Teacher, Wish
from models.prices import RepairPrices
from models.problem import Problem, SubjectInfo
from models.room import Room
from models.scenario import Scenario, changes_of
from models.school import Band, Grade, Participation, SchoolClass
from models.settings import Patrol, Pin, RuleSetting, Settings, Strength, Term
from models.text import Language, Text
from models.timetable import Duty, Role, Session, SessionKind, Timetable
from models.verdict import Issue, Outcome, RuleCard, Score, Severity, Shortage, Status, Verdict, Violation
from models.week import Day, Period, Slot, SlotKind, SlotKindSetting, Week

__all__ = [
    "Band", "BandChanged", "Candidate", "CandidateGroup", "Change", "ChangeError", "ChangeKind", "ChangesError",
    "ClassActivity", "ClassAdded", "Club", "ClubAdded", "ClubChanged", "ClubDropped", "ClubGroup", "Comparison",
    "Conflict", "Credential", "CrossClassClub", "Day", "DayOff", "Duty", "Effect", "ExchangeMove", "Exchanged",
    "Explanation", "Forced", "Grade", "HomeworkQuota", "Instructor", "Issue", "Language", "LeaderFrom", "LeastBad",
    "Margin", "MayServe", "Move", "MoveStep", "Notice", "Outcome", "PapersRenewed", "Parity", "Participation",
    "Patrol", "Period", "Person", "PersonAway", "PersonChanged", "PersonFree", "PersonJoined", "PersonLeft",
    "PersonMove", "Pin", "PinReleased", "Problem", "PupilsGrown", "QuotaChanged", "Repair", "RepairPrices", "Role",
    "Room", "RoomAdded", "RoomChanged", "RoomClosed", "RoomMove", "RoomOpened", "RuleCard", "RuleChanged",
    "RuleSetting", "Scenario", "SchoolClass", "Score", "ScoreChange", "Session", "SessionChange", "SessionKind",
    "SessionRef", "Settings", "SettingsChanged", "Severity", "Shortage", "Slot", "SlotKind", "SlotKindSetting",
    "SlotMove", "SlotWish", "Status", "Step", "Strength", "SubjectInfo", "Suggestion", "Teacher", "Term", "Text",
    "Timetable", "Verdict", "Violation", "Week", "WholeSchoolClub", "Wish", "apply_changes", "changes_of",
    "fingerprint",
]  # fmt: skip
