"""A gap (缺口) of a date: a duty whose person is away, or a session whose room is shut, and nothing done about it."""

from datetime import date

from pydantic import Field

from models.noun import Noun, PersonId, RoomId
from models.term_change import ChangeId
from models.timetable import Role, Session


class Gap(Noun):
    """One duty without its person, or one session without its room."""

    day: date = Field(description="the date")
    session: Session = Field(description="as it would be held, the missing person or room still in it")
    person: PersonId | None = Field(None, description="who is away; none for a room")
    role: Role | None = Field(None, description="in which role; none for a room")
    room: RoomId | None = Field(None, description="which room is shut; none for a person")
    because: ChangeId = Field(description="id of the fact")
    why: str = Field("", description="事由")
