"""The week gives way: walking slots, pins, quotas, patrol; and what a requirement need not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import (
    Band,
    BandChanged,
    Change,
    HomeworkQuota,
    Pin,
    PinReleased,
    Problem,
    QuotaChanged,
    RepairPrices,
    RuleChanged,
    SchoolClass,
    SettingsChanged,
    Strength,
    Text,
)
from scheduler.repair.draft import Draft
from scheduler.repair.lever import Lever, Touched
from scheduler.rules import RULES

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.variables import Variables


@dataclass(frozen=True, eq=False)
class FewerWalks(Lever):
    """A band walks less often."""

    kind = "fewer_walks"
    band: Band

    def widen(self, draft: Draft) -> None:
        draft.bands[self.band.id]["walking_least"] = 0

    def gate(self, x: Variables, taken: IntVar) -> None:
        for week in x.problem.week.weeks:
            walked = x.sum(x.walks(self.band.id, s) for s in x.problem.slots if s.week == week)
            x.model.add(walked >= self.band.walking_least - taken)

    def asks(self, problem: Problem) -> Text:
        name, least = self.band.name, self.band.walking_least
        return Text(f"{name}每周走班至少{least}次", f"{name} walks {least} times a week at least")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (BandChanged(band=self.band.id, walking_least=self.band.walking_least - taken),)


@dataclass(frozen=True, eq=False)
class MoreWalks(Lever):
    """A band walks more often."""

    kind = "more_walks"
    band: Band

    def widen(self, draft: Draft) -> None:
        draft.bands[self.band.id]["walking_most"] = self.band.walking_most + self.most

    def gate(self, x: Variables, taken: IntVar) -> None:
        for week in x.problem.week.weeks:
            walked = x.sum(x.walks(self.band.id, s) for s in x.problem.slots if s.week == week)
            x.model.add(walked <= self.band.walking_most + taken)

    def asks(self, problem: Problem) -> Text:
        name, most = self.band.name, self.band.walking_most
        return Text(f"{name}每周走班至多{most}次", f"{name} walks {most} times a week at most")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (BandChanged(band=self.band.id, walking_most=self.band.walking_most + taken),)


@dataclass(frozen=True, eq=False)
class ReleasePin(Lever):
    """What somebody has pinned may change."""

    kind = "release_pin"
    pin: Pin
    number: int

    def waive(self, x: Variables, taken: IntVar) -> None:
        x.waive(taken, "pinned_sessions", str(self.number))

    def asks(self, problem: Problem) -> Text:
        pin, cycle = self.pin, problem.week.cycle
        what = "".join(filter(None, (pin.school_class, pin.club, pin.subject, pin.person, pin.room)))
        return Text(
            f"{pin.by}锁定了{pin.slot.title(cycle)}{what}（{pin.reason}）",
            f"{pin.by} has pinned {what} at {pin.slot.title(cycle, language='en')} ({pin.reason})",
        )

    def changes(self, taken: int) -> tuple[Change, ...]:
        pin = self.pin
        return (PinReleased(slot=pin.slot, school_class=pin.school_class, club=pin.club, group=pin.group),)

    @property
    def touches(self) -> Touched:
        pin = self.pin
        return Touched(
            people=(pin.person,) if pin.person else (),
            classes=(pin.school_class,) if pin.school_class else (),
            clubs=(pin.club,) if pin.club else (),
        )


@dataclass(frozen=True, eq=False)
class QuotaByOne(Lever):
    """A class has a subject more or less often."""

    kind = "quota_by_one"
    school_class: SchoolClass
    quota: HomeworkQuota
    which: str

    def waive(self, x: Variables, taken: IntVar) -> None:
        x.waive(taken, "homework_quota", self.school_class.id, self.quota.subject, self.which)

    def asks(self, problem: Problem) -> Text:
        c, quota = self.school_class, self.quota
        return Text(
            f"{c.title}{quota.subject}辅导每周{quota.times}次",
            f"{c.title} has {quota.subject} {quota.times} times a week",
        )

    def changes(self, taken: int) -> tuple[Change, ...]:
        times = self.quota.times + (taken if self.which == "more" else -taken)
        return (QuotaChanged(subject=self.quota.subject, times=times, classes=(self.school_class.id,)),)

    @property
    def touches(self) -> Touched:
        return Touched(classes=(self.school_class.id,))


@dataclass(frozen=True, eq=False)
class FewerOnPatrol(Lever):
    """Fewer leaders on patrol."""

    kind = "fewer_on_patrol"
    at_least: int

    def waive(self, x: Variables, taken: IntVar) -> None:
        x.waive(taken, "patrol")

    def asks(self, problem: Problem) -> Text:
        return Text(f"每个时段巡查{self.at_least}人", f"{self.at_least} leaders on patrol in each slot")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (SettingsChanged(patrol_at_least=self.at_least - taken),)


class Unaccompanied(Lever):
    """Instructors are alone with their clubs."""

    kind = "unaccompanied"

    def waive(self, x: Variables, taken: IntVar) -> None:
        x.waive(taken, "accompanied")

    def asks(self, problem: Problem) -> Text:
        return Text("外聘教师要有人陪同", "instructors are accompanied")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (SettingsChanged(accompany_instructors=False),)


@dataclass(frozen=True, eq=False)
class OnlyPreferred(Lever):
    """A requirement becomes a preference."""

    rule: str

    def waive(self, x: Variables, taken: IntVar) -> None:
        x.waive(taken, self.rule)

    def asks(self, problem: Problem) -> Text:
        title = next(rule.title for rule in RULES if rule.key == self.rule)
        return Text(f"{title.zh}（必须）", f"{title.en} (required)")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (RuleChanged(rule=self.rule, strength=Strength.PREFER),)


class LeaderChanges(OnlyPreferred):
    """Clubs may change leaders."""

    kind = "leader_changes"


class RoomChanges(OnlyPreferred):
    """Clubs may change rooms."""

    kind = "room_changes"


def week_levers(problem: Problem, prices: RepairPrices) -> Iterator[Lever]:
    """All ways in which the week can give way."""
    for band in problem.bands:
        if band.fixed_slots:
            continue
        if prices.fewer_walks is not None and band.walking_least > 0:
            yield FewerWalks(prices.fewer_walks, band, most=band.walking_least)
        if prices.more_walks is not None and (spare := min(2, 30 - band.walking_most)) > 0:
            yield MoreWalks(prices.more_walks, band, most=spare)
    if prices.release_pin is not None:
        for number, pin in enumerate(problem.pins):
            yield ReleasePin(prices.release_pin, pin, number)
    if prices.fewer_on_patrol is not None and problem.settings.patrol.at_least > 0:
        at_least = problem.settings.patrol.at_least
        yield FewerOnPatrol(prices.fewer_on_patrol, at_least, most=at_least)
    if prices.unaccompanied is not None and problem.settings.accompany_instructors and problem.instructors:
        yield Unaccompanied(prices.unaccompanied)
    must = {r.key for r in RULES if r.strength_in(problem) is Strength.MUST}
    if prices.leader_changes is not None and "club_keeps_leader" in must:
        yield LeaderChanges(prices.leader_changes, "club_keeps_leader")
    if prices.room_changes is not None and "club_keeps_room" in must:
        yield RoomChanges(prices.room_changes, "club_keeps_room")
    if prices.quota_by_one is not None:
        for c in problem.classes:
            yield from _quota_levers(problem, c, prices.quota_by_one)


def _quota_levers(problem: Problem, c: SchoolClass, price: int) -> Iterator[Lever]:
    """Only where the quotas do not fill the slots: elsewhere one subject more is another one less."""
    quotas = problem.quotas[c.id].values()
    asked = sum(q.times * (1 if q.per_cycle else problem.week.cycle) for q in quotas)
    slots = [s for s in problem.slots if problem.week.kind(s, c.grade) == "homework"]
    for quota in quotas if asked != len(slots) else ():
        if asked < len(slots):
            yield QuotaByOne(price, c, quota, "more", most=len(slots) - asked)
        elif quota.times > 0:
            yield QuotaByOne(price, c, quota, "fewer", most=quota.times)
