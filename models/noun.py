"""The base of all nouns: frozen, no unknown fields; and the typed ids that refer from one noun to another."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
# Ids are the school's own names (三1, 王老师, 操场): typed strings, never list positions.
GradeId = Name
ClassId = Name
BandId = Name
PersonId = Name
RoomId = Name
ClubId = Name
GroupId = Name
Subject = Name
Skill = Name
Feature = Name


class Noun(BaseModel):
    """Base of every model: immutable, and a misspelt field is an error instead of silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)
