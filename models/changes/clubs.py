"""Changes of clubs: one more, one less, or one that meets otherwise."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, given, with_more, with_one
from models.changes.base import ChangeBase, nothing_given
from models.changes.faults import Place
from models.changes.naming import club_name, from_to, joined, slots_text, taken, unknown
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
_NUMBERS = (
    ("meetings", "每周活动", "次", "meetings a week"),
    ("groups", "开", "个教学班", "groups"),
    ("least", "每班至少", "人", "pupils a group at least"),
    ("most", "每班至多", "人", "pupils a group at most"),
    ("leaders", "每次", "位教师", "leaders"),
)
_ONLY_WALKING = ("groups", "least", "most")
_FROM = {
    LeaderFrom.INSIDE: Text("本校教师", "teachers"),
    LeaderFrom.OUTSIDE: Text("外聘教师", "instructors"),
    LeaderFrom.EITHER: Text("本校或外聘教师", "teachers or instructors"),
}


class ClubAdded(ChangeBase):
    """One more club."""

    title: ClassVar[Text] = Text("加开社团", "Club added")
    kind: Literal["club_added"] = Field("club_added", description="加开社团")
    club: Club = Field(description="the new club, of any kind")

    def sentence(self, problem: Problem) -> Text:
        """加开“二胡”."""
        return Text(f"加开“{self.club.name}”", f'open "{self.club.name}"')

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
        """停开“二胡”."""
        name = club_name(problem, self.club)
        return Text(f"停开“{name}”", f'drop "{name}"')

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
        """“合唱”每周活动2→3次，每班至多30→40人."""
        name, said = club_name(problem, self.club), joined(self._parts(problem))
        return Text(f"“{name}”{said.zh}", f'"{name}": {said.en}')

    def _parts(self, problem: Problem) -> Iterator[Text]:
        club = problem.club_by_id.get(self.club)
        for field, zh, unit, en in _NUMBERS:
            if (number := getattr(self, field)) is not None:
                said = from_to(club, field, number)
                yield Text(f"{zh}{said}{unit}", f"{said} {en}")
        if self.fixed_slots is not None:
            when = slots_text(problem, self.fixed_slots)
            anytime = Text("不再限定时段", "in any slots")
            yield Text(f"只在{when.zh}", f"only on {when.en}") if self.fixed_slots else anytime
        if self.features is not None:
            words = listed(self.features)
            yield Text(f"场地要求：{words.zh or '不限'}", f"room: {words.en or 'any'}")
        if self.leader_from is not None:
            source = _FROM[self.leader_from]
            yield Text(f"由{source.zh}带", f"led by {source.en}")

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
