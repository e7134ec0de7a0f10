"""Changes of clubs: added, dropped, with other numbers or slots."""

from typing import Any, Literal

from pydantic import Field

from models.changes.change import CLUB, BaseChange, ChangeError, named, replaced, slots_title, unused, with_fields
from models.club import Club, LeaderFrom
from models.noun import ClubId, Feature
from models.problem import Problem
from models.text import Text
from models.week import SlotRef


class ClubAdded(BaseChange):
    """加开社团."""

    kind: Literal["club_added"] = Field("club_added", description="加开社团")
    club: Club = Field(description="the new club")

    def apply(self, problem: Problem) -> Problem:
        unused(CLUB, self.club.id, problem.club_by_id)
        return with_fields(problem, clubs=(*problem.clubs, self.club))

    def sentence(self, problem: Problem) -> Text:
        return Text(f"加开“{self.club.name}”", f'open "{self.club.name}"')


class ClubDropped(BaseChange):
    """停开社团; what is pinned on it goes with it."""

    kind: Literal["club_dropped"] = Field("club_dropped", description="停开社团")
    club: ClubId = Field(description="which club")

    def apply(self, problem: Problem) -> Problem:
        club = named(CLUB, self.club, problem.club_by_id)
        return with_fields(
            problem,
            clubs=tuple(c for c in problem.clubs if c is not club),
            pins=tuple(p for p in problem.pins if p.club != club.id),
        )

    def sentence(self, problem: Problem) -> Text:
        club = problem.club_by_id.get(self.club)
        name = club.name if club else self.club
        return Text(f"停开“{name}”", f'drop "{name}"')


class ClubChanged(BaseChange):
    """社团的次数、人数、时段等改变."""

    kind: Literal["club_changed"] = Field("club_changed", description="社团安排改变")
    club: ClubId = Field(description="which club")
    meetings: int | None = Field(None, ge=1, le=30, description="meetings a week; none = as before")
    groups: int | None = Field(None, ge=1, le=20, description="parallel groups; none = as before")
    least: int | None = Field(None, ge=0, le=999, description="pupils in a group, at least; none = as before")
    most: int | None = Field(None, ge=1, le=999, description="pupils in a group, at most; none = as before")
    leaders: int | None = Field(None, ge=1, le=20, description="leaders at each meeting; none = as before")
    fixed_slots: tuple[SlotRef, ...] | None = Field(None, description="only these; empty = any; none = as before")
    features: tuple[Feature, ...] | None = Field(None, description="功能 of its room; none = as before")
    leader_from: LeaderFrom | None = Field(None, description="师资来源; none = as before")

    def apply(self, problem: Problem) -> Problem:
        club = named(CLUB, self.club, problem.club_by_id)
        fields: dict[str, Any] = {name: value for name in self._values() if (value := getattr(self, name)) is not None}
        foreign = [name for name in fields if name not in type(club).model_fields]
        if foreign:
            raise ChangeError(
                Text(
                    f"“{club.name}”这类社团没有这些项目：{'、'.join(foreign)}。",
                    f'"{club.name}" is of a kind that has no {", ".join(foreign)}.',
                )
            )
        return replaced(problem, "clubs", club, **fields)

    @classmethod
    def _values(cls) -> list[str]:
        return [name for name in cls.model_fields if name not in ("kind", "club")]

    def sentence(self, problem: Problem) -> Text:
        club = problem.club_by_id.get(self.club)
        zh, en = [], []
        for field, what, unit, english in (
            ("meetings", "每周活动", "次", "meetings a week"),
            ("groups", "开", "个教学班", "groups"),
            ("least", "每班至少", "人", "pupils a group at least"),
            ("most", "每班至多", "人", "pupils a group at most"),
            ("leaders", "每次", "位教师", "leaders"),
        ):
            if (number := getattr(self, field)) is not None:
                old = f"{getattr(club, field)}→" if club and hasattr(club, field) else ""
                zh.append(f"{what}{old}{number}{unit}")
                en.append(f"{old}{number} {english}")
        if self.fixed_slots is not None:
            when = slots_title(problem, self.fixed_slots)
            zh.append(f"只在{when.zh}" if when.zh else "不再限定时段")
            en.append(f"only {when.en}" if when.en else "in any slots")
        if self.features is not None:
            zh.append(f"场地要求：{'、'.join(self.features) or '不限'}")
            en.append(f"room: {', '.join(self.features) or 'any'}")
        if self.leader_from is not None:
            side = {"inside": ("本校教师", "teachers"), "outside": ("外聘教师", "instructors")}
            who = side.get(self.leader_from, ("本校或外聘教师", "teachers or instructors"))
            zh.append(f"由{who[0]}带")
            en.append(f"led by {who[1]}")
        name = club.name if club else self.club
        return Text(f"“{name}”{'，'.join(zh) or '不变'}", f'"{name}": {", ".join(en) or "as before"}')
