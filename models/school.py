"""Grades, classes and the grade bands that walk together."""

from enum import StrEnum

from pydantic import Field

from models.noun import BandId, ClassId, GradeId, Name, Noun, PersonId, RoomId, Subject
from models.week import SlotRef


class Grade(Noun):
    """A year of pupils."""

    id: GradeId = Field(description="一年级")
    number: int = Field(ge=1, le=12, description="1 = first year of primary school, 7 = first of middle school")


class SchoolClass(Noun):
    """An administrative class (行政班): its pupils, its home room, its class teacher, who teaches it what."""

    id: ClassId = Field(description="一1: grade in Chinese, number of the class")
    grade: GradeId = Field(description="the grade that it belongs to")
    pupils: int = Field(ge=1, le=99, description="pupils who take part in the service")
    class_teacher: PersonId | None = Field(None, description="班主任")
    home_room: RoomId | None = Field(None, description="固定教室; without one the class is given a room each time")
    teachers: dict[Subject, tuple[PersonId, ...]] = Field(
        default_factory=dict, description="subject → the teachers who teach it to this class by day"
    )

    @property
    def title(self) -> str:
        """一(1): as printed."""
        return f"{self.id[0]}({self.id[1:]})" if self.id[1:].isdigit() else self.id


class Participation(StrEnum):
    """Who leaves the class when its band walks."""

    EVERYONE = "everyone"
    VOLUNTEERS = "volunteers"


class Band(Noun):
    """Grades that walk together (走班段): in a walking slot their classes dissolve into cross-class clubs."""

    id: BandId = Field(description="unique id")
    name: Name = Field(description="走班段, as printed")
    grades: tuple[GradeId, ...] = Field(min_length=1, description="grades that walk together")
    walking_least: int = Field(0, ge=0, le=30, description="walking slots a week, at least")
    walking_most: int = Field(5, ge=0, le=30, description="walking slots a week, at most")
    participation: Participation = Field(
        Participation.EVERYONE, description="volunteers: club members leave, the rest stay with an adult"
    )
    fixed_slots: tuple[SlotRef, ...] = Field((), description="if given, the band walks in exactly these slots")
