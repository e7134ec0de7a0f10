"""A sweep: the same question asked of many small changes of a school, each answered by a solve of its own."""

from enum import StrEnum

from pydantic import Field

from models.changes import Change
from models.noun import Noun
from models.text import Text
from models.verdict import Status


class SweepKind(StrEnum):
    """What is taken away, bit by bit."""

    ROOMS = "rooms"
    TEACHERS = "teachers"
    INSTRUCTORS = "instructors"
    PUPILS = "pupils"
    RULES = "rules"


class SweepCase(Noun):
    """One question. Cases of a series follow one another: where one cannot be answered, neither can the next."""

    key: str = Field(description="unique in the sweep")
    title: Text
    changes: tuple[Change, ...] = Field((), description="of the school; none = as it is")
    gives_way: str | None = Field(None, description="a name of the price list: one unit of it, where it helps most")
    series: str | None = Field(None, description="none = it stands alone")
    step: int = Field(1, ge=0, description="in the series: so many rooms fewer, so many per cent more")


class SweepRow(Noun):
    """The answer to one question."""

    case: SweepCase
    status: Status = Field(
        description="of the best timetable, after clubs have given way where they must; IMPOSSIBLE: not even then"
    )
    cost: int | None = Field(None, description="of all preferences, by the audit")
    bound: int | None = Field(None, description="no timetable costs less, proved; none near a published timetable")
    told: int | None = Field(None, description="people who must be told; none without a published timetable")
    sessions_changed: int | None = Field(None, description="of the published timetable")
    gave_way: tuple[Change, ...] = Field((), description="clubs that are dropped or meet less often; or the unit")
    gave_way_texts: tuple[Text, ...] = ()
    least: bool = Field(False, description="proved: nothing that costs the school less gives way instead")
    places_left: int | None = Field(
        None, description="places beyond pupils in clubs, in the walking slot with the fewest; none if nobody walks"
    )
    why: tuple[Text, ...] = Field((), description="what is short before anything gives way")
    seconds: float = Field(ge=0)


class Sweep(Noun):
    """All answers so far."""

    kind: SweepKind
    fingerprint: str = Field(description="of the school")
    base: str | None = Field(None, description="fingerprint of the published timetable, where one is given")
    seconds: float = Field(gt=0, description="for each answer, at most")
    rows: tuple[SweepRow, ...] = Field((), description="the school as it is first")
    complete: bool = Field(False, description="every question was answered")
