"""The policy report: what each item of the policy asks for, what the school may set, and what was found."""

from datetime import date, time
from enum import StrEnum

from pydantic import Field

from models.noun import ClassId, ClubId, Name, Noun, PersonId
from models.text import Text
from models.week import SlotRef


class PolicySeverity(StrEnum):
    """How serious it is to break an item."""

    MUST = "must"
    SHOULD = "should"
    NOTE = "note"

    @property
    def label(self) -> Text:
        """必须 / must."""
        return Text({"must": "必须", "should": "应当", "note": "提示"}[self.value], self.value)


class PolicyState(StrEnum):
    """What was found of an item."""

    KEPT = "kept"
    BROKEN = "broken"
    NOT_APPLICABLE = "not_applicable"
    OFF = "off"  # the district has switched it off
    UNJUDGED = "unjudged"  # the data do not say enough; the sentence says what is missing

    @property
    def label(self) -> Text:
        """符合 / kept."""
        return _STATES[self]


class PolicyTopic(StrEnum):
    """Under which heading of the report an item stands."""

    TIME = "time"
    BANS = "bans"
    HOMEWORK = "homework"
    PEOPLE = "people"
    SAFETY = "safety"

    @property
    def label(self) -> Text:
        """五个严禁 / The five bans."""
        return _TOPICS[self]


_STATES = {
    PolicyState.KEPT: Text("符合", "kept"),
    PolicyState.BROKEN: Text("不符合", "broken"),
    PolicyState.NOT_APPLICABLE: Text("不涉及", "not applicable"),
    PolicyState.OFF: Text("已关闭", "off"),
    PolicyState.UNJUDGED: Text("待核实", "to be checked"),
}
_TOPICS = {
    PolicyTopic.TIME: Text("时间", "Time"),
    PolicyTopic.BANS: Text("五个严禁", "The five bans"),
    PolicyTopic.HOMEWORK: Text("作业", "Homework"),
    PolicyTopic.PEOPLE: Text("人员与课酬", "People and pay"),
    PolicyTopic.SAFETY: Text("安全与隐私", "Safety and privacy"),
}


class PolicyNeed(StrEnum):
    """What kind of figure an item is judged by."""

    NOTHING = "nothing"
    NUMBER = "number"
    CLOCK = "clock"
    WORDS = "words"


class PolicyItem(Noun):
    """One item of the policy, the same for every school: what it says and its figure unless the district sets one."""

    key: Name
    topic: PolicyTopic
    title: Text
    sentence: Text = Field(description="what it asks for, in our words; never a quotation")
    source: Text = Field(description="the document number where we know it, else from where the figure is")
    severity: PolicySeverity
    need: PolicyNeed = PolicyNeed.NOTHING
    unit: Text = Field(Text("", ""), description="what the figure counts")
    number: int | None = Field(None, description="default figure; none = none unless the district sets one")
    clock: time | None = None
    words: tuple[str, ...] = ()
    least: int = Field(0, description="lowest figure that may be set")
    most: int = Field(999, description="highest figure that may be set")
    grades: tuple[int, int] | None = Field(None, description="from and to which year; none = all grades")

    @property
    def default(self) -> Text | None:
        """5 天（每周至少）, 17:30（不早于）, 新课、补课…: the default figure as a school reads it, if there is one."""
        if self.number is not None:
            figure = str(self.number)
        elif self.clock is not None:
            figure = f"{self.clock:%H:%M}"
        else:
            words = Text("、".join(self.words), ", ".join(self.words))
            return Text(words.zh + self.unit.zh, f"{words.en} ({self.unit.en})") if self.words else None
        space = "" if self.unit.zh.startswith("（") else " "
        return Text(f"{figure}{space}{self.unit.zh}", f"{figure} {self.unit.en}")


class PolicySetting(Noun):
    """政策: what the district or the school chose for one item; without one the item's own figure holds."""

    item: Name = Field(description="key of the item, see docs/policy.md")
    on: bool | None = Field(None, description="whether it is judged; none = yes")
    number: int | None = Field(None, ge=0, le=999, description="the figure, of an item that has a number")
    clock: time | None = Field(None, description="the clock time, of an item that has one")
    words: tuple[Name, ...] = Field((), description="the words, of an item that has some; replace the usual ones")
    severity: PolicySeverity | None = Field(None, description="must, should or note; none = the item's own")
    basis: Name | None = Field(None, description="the district's document, printed as the source")


class Institution(Noun):
    """机构: on the list that the education bureau has published; a school picks from it."""

    name: Name = Field(description="as instructors name it")
    approved_from: date | None = Field(None, description="first day on which it may be engaged")
    approved_until: date | None = Field(None, description="last day of the approval; none = not given")


class PolicyCase(Noun):
    """One place where an item is not kept, with whom and what it concerns."""

    text: Text
    slot: SlotRef | None = None
    people: tuple[PersonId, ...] = ()
    classes: tuple[ClassId, ...] = ()
    clubs: tuple[ClubId, ...] = ()
    dates: tuple[date, ...] = Field((), description="the dates that the calendar shows; empty = it is so every week")


class PolicyFinding(Noun):
    """What the report says of one item."""

    key: Name
    topic: PolicyTopic
    title: Text
    severity: PolicySeverity
    state: PolicyState
    sentence: Text = Field(description="what was found, or what is missing")
    source: Text
    cases: tuple[PolicyCase, ...] = Field((), description="where it is not kept")


class PolicyReport(Noun):
    """Every item as kept, broken or not applicable."""

    findings: tuple[PolicyFinding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing that must be kept is broken."""
        return not any(f.state is PolicyState.BROKEN and f.severity is PolicySeverity.MUST for f in self.findings)

    def count(self, state: PolicyState) -> int:
        """How many items were found so."""
        return sum(finding.state is state for finding in self.findings)
