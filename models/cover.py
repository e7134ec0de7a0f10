"""What can be done about dated gaps: ranked candidates, the best cover of all of them, and swaps."""

from pydantic import Field

from models.noun import Noun, PersonId, RoomId
from models.term_change import Cancelled, Joined, Moved, Swap
from models.term_gap import Gap
from models.text import Text


class CoverCandidate(Noun):
    """Somebody who could serve, or a room that could hold the session; or why not."""

    person: PersonId | None = None
    room: RoomId | None = None
    title: Text = Field(description="the name, as printed")
    possible: bool = Field(description="whether nothing speaks against it")
    against: Text | None = Field(None, description="why not, in a few words")
    reasons: tuple[Text, ...] = Field((), description="what speaks for and against, in a few words each")
    score: int = Field(0, description="lower is better; only the order means something")
    this_week: int = Field(0, description="duties in that week already")
    this_term: int = Field(0, description="duties in the whole term already")


class Covered(Noun):
    """A gap and who or what closes it."""

    gap: Gap
    by: CoverCandidate


class Unfilled(Noun):
    """A gap that stays, and why: a count that anybody can check."""

    gap: Gap
    text: Text


class Cover(Noun):
    """The best that can be done about all gaps together."""

    covered: tuple[Covered, ...] = ()
    unfilled: tuple[Unfilled, ...] = ()
    people: tuple[PersonId, ...] = Field((), description="who serves for others, each once")
    proved: bool = Field(True, description="whether no cover closes more gaps, or as many with fewer people")


class SwapProposal(Noun):
    """Two people who can serve each other's session: nothing breaks."""

    swap: Swap
    text: Text = Field(description="who takes which")
    reasons: tuple[Text, ...] = ()


class OtherWay(Noun):
    """What else can be done about a gap: another date, an exchange of dates, two classes together, or not at all."""

    measure: Moved | Swap | Joined | Cancelled = Field(discriminator="kind", description="ready for the log")
    text: Text = Field(description="what is done, in a few words")
    reasons: tuple[Text, ...] = Field((), description="what speaks for it, and who loses what")
    told: tuple[PersonId, ...] = Field((), description="everybody who must be told")
