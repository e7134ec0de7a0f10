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
from models.cover import Cover, CoverCandidate, Covered, OtherWay, SwapProposal, Unfilled
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
from models.term_actual import Actual, actual, replayed
from models.term_change import (
    Absence,
    Cancelled,
    EventDay,
    Fact,
    InstructorCancels,
    Joined,
    Leave,
    Measure,
    Moved,
    Revoked,
    RoomChange,
    RoomShut,
    Substitution,
    Swap,
    TermChange,
)
from models.term_counts import Counted, PaperRisk, TermCount
from models.term_difference import DatedDifference, dated_differences, touched_classes, touched_people
from models.term_gap import Gap
from models.term_log import TermLog
from models.term_turns import in_force, in_turn, lasting, part_of, with_former
from models.text import Language, Text
from models.timetable import Duty, Role, Session, SessionKind, Timetable
from models.verdict import Issue, Outcome, RuleCard, Score, Severity, Shortage, Status, Verdict, Violation
from models.week import Day, Period, Slot, SlotKind, SlotKindSetting, Week
from models.whatif import WhatIf

__all__ = [
    "CHANGE_KINDS", "POLICY_ITEM", "POLICY_ITEMS", "Absence", "Actual", "Band", "BandChanged", "Calendar", "Cancelled",
    "Candidate", "CandidateGroup", "Change", "ChangeBase", "ChangeError", "ChangeKind", "ChangesError", "ClassActivity",
    "ClassAdded", "ClockChange", "Club", "ClubAdded", "ClubChanged", "ClubDropped", "ClubGroup", "Comparison",
    "Conflict", "Counted", "Cover", "CoverCandidate", "Covered", "Credential", "CrossClassClub", "DatedDifference",
    "DatedSession", "DatedTimetable", "Day", "DayKind", "DayOff", "Duty", "Effect", "EventDay", "ExchangeMove",
    "Exchanged", "Explanation", "Fact", "Forced", "Gap", "Grade", "Holiday", "HomeworkQuota", "Institution",
    "Instructor", "InstructorCancels", "Issue", "Joined", "Language", "LeaderFrom", "LeastBad", "Leave", "Loss",
    "MakeUpDay", "Margin", "MayServe", "Measure", "Move", "MoveStep", "Moved", "NoService", "Notice", "OtherWay",
    "Outcome", "PaperRisk", "PapersRenewed", "Parity", "ParityOverride", "Participation", "Patrol", "Period", "Person",
    "PersonAway", "PersonChanged", "PersonFree", "PersonJoined", "PersonLeft", "PersonMove", "Pin", "PinReleased",
    "PolicyCase", "PolicyFinding", "PolicyItem", "PolicyNeed", "PolicyReport", "PolicySetting", "PolicySeverity",
    "PolicyState", "PolicyTopic", "Problem", "PupilsGrown", "QuotaChanged", "Repair", "RepairPrices", "Revoked", "Role",
    "Room", "RoomAdded", "RoomChange", "RoomChanged", "RoomClosed", "RoomMove", "RoomOpened", "RoomShut", "RuleCard",
    "RuleChanged", "RuleSetting", "Scenario", "SchoolClass", "Score", "ScoreChange", "Session", "SessionChange",
    "SessionKind", "SessionRef", "Settings", "SettingsChanged", "Severity", "Shortage", "Slot", "SlotKind",
    "SlotKindSetting", "SlotMove", "SlotWish", "Span", "Status", "Step", "Strength", "SubjectInfo", "Substitution",
    "Suggestion", "Swap", "SwapProposal", "Sweep", "SweepCase", "SweepKind", "SweepRow", "Teacher", "Term",
    "TermChange", "TermCount", "TermDay", "TermLog", "Text", "Timetable", "Unfilled", "Verdict", "Violation", "Week",
    "WhatIf", "WholeSchoolClub", "Wish", "actual", "apply_changes", "calendar_mark", "changes_of", "dated_differences",
    "fingerprint", "in_force", "in_turn", "lasting", "part_of", "replayed", "sessions_mark", "touched_classes",
    "touched_people", "week_number", "with_former",
]  # fmt: skip
