"""Changes of clubs: one more, one less, or one that meets otherwise."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, given, with_more, with_one
from models.changes.base import ChangeBase, nothing_given
from models.changes.faults import Place
from models.changes.naming import club_name, counted, joined, slots_text, taken, unknown
from models.checks.finding import listed
from models.club import ClassActivity, Club, CrossClassClub, LeaderFrom
from models.noun import ClubId, Feature
from models.problem import Problem
from models.text import Text
from models.week import SlotRef

_TITLES = {
    "groups": Text("教学班数", "groups"),
    "least": Text("人数下限", "least pupils"),
    "most": Text("人数上限", "most pupils"),
    "leaders": Text("教师人数", "leaders"),
    "features": Text("场地功能", "room features"),
    "leader_from": Text("师资来源", "where leaders come from"),
}
_ONLY_WALKING = ("groups", "least", "most")
_FROM = {
    LeaderFrom.INSIDE: Text("校内", "the school"),
    LeaderFrom.OUTSIDE: Text("外聘", "outside"),
    LeaderFrom.EITHER: Text("均可", "either"),
}


class ClubAdded(ChangeBase):
    """One more club."""

    title: ClassVar[Text] = Text("加开社团", "Club added")
    kind: Literal["club_added"] = Field("club_added", description="加开社团")
    club: Club = Field(description="the new club, of any kind")

    def sentence(self, problem: Problem) -> Text:
        """加开社团“二胡”."""
        return Text(f"加开社团“{self.club.name}”", f"club “{self.club.name}” added")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from taken(problem, self.title, "clubs", self.club.id)

    def _place(self, problem: Problem) -> Place:
        return "clubs", self.club.id

    def _applied(self, problem: Problem) -> Problem:
        return with_more(problem, "clubs", self.club)


class ClubDropped(ChangeBase):
    """A club that is not offered any more; pins on it go with it."""

    title: ClassVar[Text] = Text("停开社团", "Club dropped")
    kind: Literal["club_dropped"] = Field("club_dropped", description="停开社团")
    club: ClubId = Field(description="the club")

    def sentence(self, problem: Problem) -> Text:
        """停开社团“二胡”."""
        name = club_name(problem, self.club)
        return Text(f"停开社团“{name}”", f"club “{name}” dropped")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, clubs=(self.club,))

    def _applied(self, problem: Problem) -> Problem:
        return altered(
            problem,
            clubs=tuple(c for c in problem.clubs if c.id != self.club),
            pins=tuple(p for p in problem.pins if p.club != self.club),
        )


class ClubChanged(ChangeBase):
    """A club that meets otherwise. With fewer groups, pins on the groups that are gone go too."""

    title: ClassVar[Text] = Text("社团调整", "Club changed")
    kind: Literal["club_changed"] = Field("club_changed", description="社团调整")
    club: ClubId = Field(description="the club")
    meetings: int | None = Field(None, ge=1, le=30, description="meetings a week")
    groups: int | None = Field(None, ge=1, le=20, description="parallel groups (cross-class clubs)")
    least: int | None = Field(None, ge=0, le=999, description="pupils in a group, at least (cross-class clubs)")
    most: int | None = Field(None, ge=1, le=999, description="pupils in a group, at most (cross-class clubs)")
    leaders: int | None = Field(None, ge=1, le=20, description="leaders at each meeting (not for activities)")
    fixed_slots: tuple[SlotRef, ...] | None = Field(None, description="only in these slots; empty list = any slot")
    features: tuple[Feature, ...] | None = Field(None, description="the room must have all of these; empty = none")
    leader_from: LeaderFrom | None = Field(None, description="inside, outside or either (not for activities)")

    def sentence(self, problem: Problem) -> Text:
        """社团“合唱”每周3次，人数上限改为40."""
        name, said = club_name(problem, self.club), joined(self._parts(problem))
        return Text(f"社团“{name}”{said.zh}", f"club “{name}”: {said.en}")

    def _parts(self, problem: Problem) -> Iterator[Text]:
        if self.meetings is not None:
            yield Text(f"每周{self.meetings}次", f"{counted(self.meetings, 'meeting')} a week")
        if self.groups is not None:
            yield Text(f"开{self.groups}个教学班", counted(self.groups, "group"))
        if self.least is not None:
            yield Text(f"人数下限改为{self.least}", f"at least {counted(self.least, 'pupil')}")
        if self.most is not None:
            yield Text(f"人数上限改为{self.most}", f"at most {counted(self.most, 'pupil')}")
        if self.leaders is not None:
            yield Text(f"教师人数改为{self.leaders}", counted(self.leaders, "leader"))
        if self.fixed_slots is not None:
            when = slots_text(problem, self.fixed_slots)
            yield (
                Text(f"固定在{when.zh}", f"only on {when.en}") if self.fixed_slots else Text("时间不限", "in any slot")
            )
        if self.features is not None:
            words = listed(self.features)
            any_room = Text("场地功能不限", "in any kind of room")
            yield Text(f"场地须有“{words.zh}”", f"in a room with “{words.en}”") if self.features else any_room
        if self.leader_from is not None:
            source = _FROM[self.leader_from]
            yield Text(f"师资来源改为{source.zh}", f"leaders from {source.en}")

    def _fields(self) -> dict[str, Any]:
        return given(**{name: getattr(self, name) for name in type(self).model_fields if name not in ("kind", "club")})

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, clubs=(self.club,))
        yield from nothing_given(self, Text("次数、人数、教师、时间或场地", "meetings, pupils, leaders or slots"))
        club = problem.club_by_id.get(self.club)
        for name, title in _TITLES.items():
            vain = isinstance(club, ClassActivity) or (name in _ONLY_WALKING and not isinstance(club, CrossClassClub))
            if club is not None and vain and getattr(self, name) is not None:
                what = "班级活动" if isinstance(club, ClassActivity) else "大社团"
                yield Text(
                    f"{self.title.zh}：“{club.name}”是{what}，没有“{title.zh}”这一项，请去掉。",
                    f"{self.title.en}: “{club.name}” is no club with {title.en}; leave that out.",
                )

    def _place(self, problem: Problem) -> Place:
        return "clubs", self.club

    def _applied(self, problem: Problem) -> Problem:
        after = with_one(problem, "clubs", self.club, lambda club: altered(club, **self._fields()))
        if self.groups is None:
            return after
        return altered(after, pins=tuple(p for p in after.pins if p.club != self.club or p.group <= self.groups))
