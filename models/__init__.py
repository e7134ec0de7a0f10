"""The nouns of a school's after-school service. Imports nothing of ours."""

from models.club import ClassActivity, Club, ClubGroup, CrossClassClub, LeaderFrom, WholeSchoolClub
from models.comparison import ChangeKind, Comparison, Notice, ScoreChange, SessionChange
from models.fingerprint import fingerprint
from models.homework import HomeworkQuota, MayServe
from models.people import Credential, Instructor, Parity, Person, SlotWish, Teacher, Wish
from models.problem import Problem, SubjectInfo
from models.room import Room
from models.school import Band, Grade, Participation, SchoolClass
from models.settings import Patrol, Pin, RuleSetting, Settings, Strength, Term
from models.text import Language, Text
from models.timetable import Duty, Role, Session, SessionKind, Timetable
from models.verdict import Issue, Outcome, RuleCard, Score, Severity, Shortage, Status, Verdict, Violation
from models.week import Day, Period, Slot, SlotKind, SlotKindSetting, Week
from models.whatif import WhatIf

__all__ = [
    "Band", "ChangeKind", "ClassActivity", "Club", "ClubGroup", "Comparison", "Credential", "CrossClassClub", "Day",
    "Duty", "Grade", "HomeworkQuota", "Instructor", "Issue", "Language", "LeaderFrom", "MayServe", "Notice",
    "Outcome", "Parity", "Participation", "Patrol", "Period", "Person", "Pin", "Problem", "Role", "Room",
    "RuleCard", "RuleSetting", "SchoolClass", "Score", "ScoreChange", "Session", "SessionChange", "SessionKind",
    "Settings", "Severity", "Shortage", "Slot", "SlotKind", "SlotKindSetting", "SlotWish", "Status", "Strength",
    "SubjectInfo", "Teacher", "Term", "Text", "Timetable", "Verdict", "Violation", "Week", "WhatIf",
    "WholeSchoolClub", "Wish", "fingerprint",
]  # fmt: skip
