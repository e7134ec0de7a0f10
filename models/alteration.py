"""Single sessions of a timetable, looked at and changed by hand: moves, what they do, candidates and suggestions."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from models.comparison import Notice, ScoreChange, SessionChange
from models.noun import ClassId, ClubId, Noun, PersonId, RoomId, Subject
from models.text import Text
from models.timetable import Role, Session, SessionKind, Timetable
from models.verdict import Status, Violation
from models.week import SlotRef


class SessionRef(Noun):
    """Which session is meant: a class's own, a club group's meeting, or the patrol, of one slot."""

    slot: SlotRef = Field(description="when it is")
    kind: SessionKind = Field(description="what kind of meeting it is")
    school_class: ClassId | None = Field(None, description="the class, for homework and activities")
    subject: Subject | None = Field(None, description="of homework; none = whichever the class has then")
    club: ClubId | None = Field(None, description="the club; of an activity: none = whichever the class has then")
    group: int = Field(1, ge=1, le=20, description="which parallel group of the club")

    @classmethod
    def to(cls, session: Session) -> "SessionRef":
        """The reference to this session."""
        return cls(**{name: getattr(session, name) for name in cls.model_fields})

    def means(self, session: Session) -> bool:
        """Whether this session is the one."""
        if (session.slot, session.kind, session.school_class) != (self.slot, self.kind, self.school_class):
            return False
        if self.school_class is not None:
            return self.subject in (None, session.subject) and self.club in (None, session.club)
        return (session.club, session.group) == (self.club, self.group)


class PersonMove(Noun):
    """换人: somebody else serves in a role of a session."""

    kind: Literal["person"] = Field("person", description="换人")
    session: SessionRef = Field(description="where")
    role: Role = Field(description="as what")
    person: PersonId | None = Field(None, description="who goes; none = nobody, it is one more")
    by: PersonId | None = Field(None, description="who comes; none = nobody, it is one less")
    all_meetings: bool = Field(False, description="at all meetings, or for the class and subject in all slots")


class RoomMove(Noun):
    """换场地: a session is held elsewhere."""

    kind: Literal["room"] = Field("room", description="换场地")
    session: SessionRef = Field(description="which session")
    room: RoomId = Field(description="where it is to be")
    all_meetings: bool = Field(False, description="at all meetings, or for the class and subject in all slots")


class SlotMove(Noun):
    """换时段: one meeting is held in another slot, with the club's parallel groups; nothing takes its place. The pupils
    who walk in both slots are shared out anew, if they can be."""

    kind: Literal["slot"] = Field("slot", description="换时段")
    session: SessionRef = Field(description="which session; of a meeting of two periods the first")
    slot: SlotRef = Field(description="when it is to be")
    both_weeks: bool = Field(False, description="in a two-week cycle, the same in the other week")


class Exchanged(StrEnum):
    """What two sessions exchange."""

    SLOTS = "slots"
    PEOPLE = "people"
    ROOMS = "rooms"


class ExchangeMove(Noun):
    """对调: two sessions exchange their slots, whoever is in charge of them, or their rooms."""

    kind: Literal["exchange"] = Field("exchange", description="对调")
    session: SessionRef = Field(description="one of both")
    other: SessionRef = Field(description="the other")
    what: Exchanged = Field(description="slots, people or rooms")
    all_meetings: bool = Field(False, description="of both, at all meetings; slots: in both weeks")


Move = Annotated[PersonMove | RoomMove | SlotMove | ExchangeMove, Field(discriminator="kind")]


class Effect(Noun):
    """What moves do to a timetable: what they break and mend, what they cost, and whom they touch."""

    timetable: Timetable = Field(description="afterwards")
    broken: tuple[Violation, ...] = Field((), description="requirements that are broken now and were not")
    mended: tuple[Violation, ...] = Field((), description="requirements that were broken and are not any more")
    unmet: tuple[Violation, ...] = Field((), description="preferences that are not met now and were")
    met: tuple[Violation, ...] = Field((), description="preferences that were not met and are now")
    scores: tuple[ScoreChange, ...] = Field((), description="of each rule whose amount differs")
    cost: int = Field(description="of all preferences, afterwards less before")
    sessions: tuple[SessionChange, ...] = Field((), description="what differs, in order of the slot")
    notices: tuple[Notice, ...] = Field((), description="one for each person who must be told")
    is_clean: bool = Field(description="whether no requirement is broken afterwards")


class Candidate(Noun):
    """A person, room or slot that could be chosen instead: at once, or why not."""

    person: PersonId | None = None
    room: RoomId | None = None
    slot: SlotRef | None = None
    title: Text = Field(description="the name, as printed")
    move: Move = Field(description="the bare exchange")
    possible: bool = Field(description="whether the bare exchange breaks no requirement")
    rule: str | None = Field(None, description="the first requirement that it breaks")
    reason: Text | None = Field(None, description="why not, in a few words without a full stop")
    note: Text | None = Field(None, description="what is worth knowing of it, such as a room's capacity")
    cost: int | None = Field(None, description="of the bare exchange, afterwards less before; none if not possible")
    told: int | None = Field(None, description="people who must be told; none if not possible")


class CandidateGroup(Noun):
    """Candidates with one answer: one that stands alone, or several that the same reason rules out."""

    title: Text = Field(description="the name, or 其他21人")
    reason: Text | None = Field(None, description="why not; none = possible at once")
    candidates: tuple[Candidate, ...] = Field(min_length=1, description="in the school's order")


class MoveStep(Noun):
    """One move, and how it is said."""

    move: Move
    text: Text


class Suggestion(Noun):
    """A way to make a wished change that was audited: all its moves together leave no requirement broken."""

    steps: tuple[MoveStep, ...] = Field(min_length=1, description="the wish first, then what it needs")
    effect: Effect = Field(description="of all steps together")

    @property
    def told(self) -> int:
        """How many people must be told."""
        return len(self.effect.notices)


class Forced(Noun):
    """The best timetable with one choice forced, and what it costs more than the timetable that there is."""

    status: Status = Field(
        description="OPTIMAL: proved; FEASIBLE: at most so much; IMPOSSIBLE: proved that it cannot be"
    )
    timetable: Timetable | None = Field(None, description="the best that was found")
    at_least: int | None = Field(None, description="it surely costs so much more; none if it cannot be")
    at_most: int | None = Field(None, description="a timetable was found for so much more; none if none was found")
    effect: Effect | None = Field(None, description="of the timetable that was found, against the one there is")
    text: Text = Field(description="the same in a sentence")
    seconds: float = Field(description="that it took")

    @property
    def is_proved(self) -> bool:
        """Whether the figure, or that it cannot be, is proved."""
        return self.status in (Status.OPTIMAL, Status.IMPOSSIBLE)
