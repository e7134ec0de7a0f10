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
from models.calendar import (
    Calendar,
    ClockChange,
    Holiday,
    MakeUpDay,
    NoService,
    ParityOverride,
    Span,
    week_number,
)
from models.changes import (
    CHANGE_KINDS,
    BandChanged,
    Change,
    ChangeBase,
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
from models.dated import DatedSession, DatedTimetable, DayKind, Loss, TermDay
from models.explanation import Conflict, Explanation, LeastBad, Margin, Repair, Step
from models.fingerprint import calendar_mark, fingerprint, sessions_mark
from models.homework import HomeworkQuota, MayServe
from models.people import Credential, Instructor, Parity, Person, SlotWish, Teacher, Wish
from models.policy import (
    Institution,
    PolicyCase,
    PolicyFinding,
    PolicyItem,
    PolicyNeed,
    PolicyReport,
    PolicySetting,
    PolicySeverity,
    PolicyState,
    PolicyTopic,
)
from models.policy_items import POLICY_ITEM, POLICY_ITEMS
from models.prices import RepairPrices
from models.problem import Problem, SubjectInfo
from models.room import Room
from models.scenario import Scenario, changes_of
from models.school import Band, Grade, Participation, SchoolClass
from models.settings import Patrol, Pin, RuleSetting, Settings, Strength, Term
from models.sweep import Sweep, SweepCase, SweepKind, SweepRow
from models.term_counts import Counted, PaperRisk, TermCount
from models.text import Language, Text
from models.timetable import Duty, Role, Session, SessionKind, Timetable
from models.verdict import Issue, Outcome, RuleCard, Score, Severity, Shortage, Status, Verdict, Violation
from models.week import Day, Period, Slot, SlotKind, SlotKindSetting, Week
from models.whatif import WhatIf

__all__ = [
    "CHANGE_KINDS", "POLICY_ITEM", "POLICY_ITEMS", "Band", "BandChanged", "Calendar", "Candidate", "CandidateGroup",
    "Change", "ChangeBase", "ChangeError", "ChangeKind", "ChangesError", "ClassActivity", "ClassAdded",
    "ClockChange", "Club", "ClubAdded", "ClubChanged", "ClubDropped", "ClubGroup", "Comparison", "Conflict",
    "Counted", "Credential", "CrossClassClub", "DatedSession", "DatedTimetable", "Day", "DayKind", "DayOff", "Duty",
    "Effect", "ExchangeMove", "Exchanged", "Explanation", "Forced", "Grade", "Holiday", "HomeworkQuota",
    "Institution", "Instructor", "Issue", "Language", "LeaderFrom", "LeastBad", "Loss", "MakeUpDay", "Margin",
    "MayServe", "Move", "MoveStep", "NoService", "Notice", "Outcome", "PaperRisk", "PapersRenewed", "Parity",
    "ParityOverride", "Participation", "Patrol", "Period", "Person", "PersonAway", "PersonChanged", "PersonFree",
    "PersonJoined", "PersonLeft", "PersonMove", "Pin", "PinReleased", "PolicyCase", "PolicyFinding", "PolicyItem",
    "PolicyNeed", "PolicyReport", "PolicySetting", "PolicySeverity", "PolicyState", "PolicyTopic", "Problem",
    "PupilsGrown", "QuotaChanged", "Repair", "RepairPrices", "Role", "Room", "RoomAdded", "RoomChanged",
    "RoomClosed", "RoomMove", "RoomOpened", "RuleCard", "RuleChanged", "RuleSetting", "Scenario", "SchoolClass",
    "Score", "ScoreChange", "Session", "SessionChange", "SessionKind", "SessionRef", "Settings", "SettingsChanged",
    "Severity", "Shortage", "Slot", "SlotKind", "SlotKindSetting", "SlotMove", "SlotWish", "Span", "Status", "Step",
    "Strength", "SubjectInfo", "Suggestion", "Sweep", "SweepCase", "SweepKind", "SweepRow", "Teacher", "Term",
    "TermCount", "TermDay", "Text", "Timetable", "Verdict", "Violation", "Week", "WhatIf", "WholeSchoolClub",
    "Wish", "apply_changes", "calendar_mark", "changes_of", "fingerprint", "sessions_mark", "week_number",
]  # fmt: skip
