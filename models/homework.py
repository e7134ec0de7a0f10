"""Homework quotas: how often a week a class is tutored in a subject, and by whom it may be."""

from enum import StrEnum

from pydantic import Field

from models.noun import ClassId, GradeId, Noun, PersonId, Subject


class MayServe(StrEnum):
    """Who may take a session of a class: the school's choice per quota or activity."""

    SUBJECT = "subject"  # whoever has the subject (任教本学科的教师)
    OWN = "own"  # the subject's teachers and also the class's own teachers of anything (本班任课教师)
    CLASS_TEACHER = "class_teacher"  # only the class teacher (班主任)
    NAMED = "named"  # only the named people (指定教师)
    SKILL = "skill"  # whoever has one of the named skills (activities only)
    ANYBODY = "anybody"  # every teacher (全体教师)


class HomeworkQuota(Noun):
    """Subject × times a week for some grades or classes; a quota for a class wins over one for its grade."""

    subject: Subject = Field(description="学科")
    times: int = Field(ge=0, le=30, description="sessions a week (a cycle, if per_cycle)")
    grades: tuple[GradeId, ...] = Field((), description="grades for which it holds")
    classes: tuple[ClassId, ...] = Field((), description="classes for which it holds; wins over their grade's")
    per_cycle: bool = Field(False, description="count over the two-week cycle instead of each week")
    who: MayServe = Field(MayServe.SUBJECT, description="who may tutor")
    people: tuple[PersonId, ...] = Field((), description="for who = named")
