"""The ordered table of contents of the workbook: every sheet that is read and written."""

from exchange.columns.choice_sheets import PINS, RULES
from exchange.columns.description import CellType, Column, Context, Layout, Sheet, UnreadableError
from exchange.columns.people_sheets import INSTRUCTORS, TEACHERS
from exchange.columns.room_and_club_sheets import ACTIVITIES, CLUBS, ENROLMENT, HOMEWORK, ROOMS
from exchange.columns.school_sheets import BANDS, CLASSES, GRADES, SCHOOL, SUBJECTS, TEACHING, TIMES

SHEETS: tuple[Sheet, ...] = (
    SCHOOL, TIMES, GRADES, BANDS, CLASSES, TEACHING, SUBJECTS, TEACHERS, INSTRUCTORS, ROOMS, HOMEWORK, CLUBS,
    ACTIVITIES, ENROLMENT, PINS, RULES,
)  # fmt: skip

__all__ = [
    "ACTIVITIES", "BANDS", "CLASSES", "CLUBS", "ENROLMENT", "GRADES", "HOMEWORK", "INSTRUCTORS", "PINS", "ROOMS",
    "RULES", "SCHOOL", "SHEETS", "SUBJECTS", "TEACHERS", "TEACHING", "TIMES", "CellType", "Column", "Context",
    "Layout", "Sheet", "UnreadableError",
]  # fmt: skip
