"""The ordered table of contents of the workbook: every sheet that is read and written."""

from exchange.columns.activity_sheets import ACTIVITIES, ENROLMENT
from exchange.columns.calendar_sheet import CALENDAR
from exchange.columns.choice_sheets import PINS, RULES
from exchange.columns.class_sheets import CLASSES, SUBJECTS, TEACHING
from exchange.columns.club_sheet import CLUBS
from exchange.columns.description import CellType, Column, Context, Layout, Sheet, UnreadableError
from exchange.columns.grade_sheets import BANDS, GRADES
from exchange.columns.homework_sheet import HOMEWORK
from exchange.columns.people_sheets import INSTRUCTORS, TEACHERS
from exchange.columns.policy_sheets import INSTITUTIONS, POLICY
from exchange.columns.room_sheet import ROOMS
from exchange.columns.scenario_sheet import SCENARIOS
from exchange.columns.school_form import SCHOOL
from exchange.columns.week_sheet import TIMES

SHEETS: tuple[Sheet, ...] = (
    SCHOOL, TIMES, CALENDAR, GRADES, BANDS, CLASSES, TEACHING, SUBJECTS, TEACHERS, INSTRUCTORS, ROOMS, HOMEWORK, CLUBS,
    ACTIVITIES, ENROLMENT, PINS, RULES, POLICY, INSTITUTIONS, SCENARIOS,
)  # fmt: skip

__all__ = [
    "ACTIVITIES", "BANDS", "CALENDAR", "CLASSES", "CLUBS", "ENROLMENT", "GRADES", "HOMEWORK", "INSTITUTIONS",
    "INSTRUCTORS", "PINS", "POLICY", "ROOMS", "RULES", "SCENARIOS", "SCHOOL", "SHEETS", "SUBJECTS", "TEACHERS",
    "TEACHING", "TIMES", "CellType", "Column", "Context", "Layout", "Sheet", "UnreadableError",
]  # fmt: skip
