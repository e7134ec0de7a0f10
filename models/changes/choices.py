"""Changes of the school's choices: rules, patrol, accompaniment, ratio, pins; and a day off."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from models.changes.change import BaseChange, ChangeError, with_fields
from models.homework import HomeworkQuota
from models.noun import ClassId, ClubId, Name
from models.problem import Problem
from models.settings import RuleSetting, Strength
from models.text import Text
from models.week import Day, SlotKind, SlotKindSetting, SlotRef


class RuleChanged(BaseChange):
    """规则改为必须、尽量或不管, or another weight."""

    kind: Literal["rule_changed"] = Field("rule_changed", description="规则改变")
    rule: Name = Field(description="key of the rule, see docs/rules.md")
    strength: Strength | None = Field(None, description="must, prefer or off; none = as before")
    weight: int | None = Field(None, ge=0, le=1000, description="price of one unit; none = as before")

    def apply(self, problem: Problem) -> Problem:
        old = [s for s in problem.settings.rules if s.rule == self.rule]
        before = old[-1] if old else RuleSetting(rule=self.rule)
        setting = RuleSetting(
            rule=self.rule,
            strength=before.strength if self.strength is None else self.strength,
            weight=before.weight if self.weight is None else self.weight,
        )
        others = tuple(s for s in problem.settings.rules if s.rule != self.rule)
        return with_fields(problem, settings=with_fields(problem.settings, rules=(*others, setting)))

    def sentence(self, problem: Problem) -> Text:
        strengths = {
            "must": ("必须做到", "must hold"),
            "prefer": ("尽量做到", "is preferred"),
            "off": ("不管", "is off"),
        }
        zh, en = [], []
        if self.strength is not None:
            what = strengths.get(self.strength, ("不作要求", "is off"))
            zh.append(f"改为{what[0]}")
            en.append(what[1])
        if self.weight is not None:
            zh.append(f"权重{self.weight}")
            en.append(f"has weight {self.weight}")
        return Text(f"规则 {self.rule} {'，'.join(zh) or '不变'}", f"rule {self.rule} {' and '.join(en) or 'stays'}")


class SettingsChanged(BaseChange):
    """巡查人数、外聘陪同、师生比."""

    kind: Literal["settings_changed"] = Field("settings_changed", description="全校规定改变")
    patrol_at_least: int | None = Field(None, ge=0, le=20, description="leaders on patrol; none = as before")
    accompany_instructors: bool | None = Field(None, description="a teacher beside an instructor; none = as before")
    pupils_per_adult: int | None = Field(None, ge=1, le=999, description="adult ratio; none = as before")
    drop_ratio: bool = Field(False, description="no adult ratio any more")

    def apply(self, problem: Problem) -> Problem:
        if self.drop_ratio and self.pupils_per_adult is not None:
            raise ChangeError(
                Text("师生比不能既取消又规定人数：请只留一项。", "The adult ratio is both dropped and set: keep one.")
            )
        settings = problem.settings
        ratio = settings.pupils_per_adult if self.pupils_per_adult is None else self.pupils_per_adult
        patrol = settings.patrol
        if self.patrol_at_least is not None:
            patrol = with_fields(patrol, at_least=self.patrol_at_least)
        beside = settings.accompany_instructors if self.accompany_instructors is None else self.accompany_instructors
        changed = with_fields(
            settings, patrol=patrol, accompany_instructors=beside, pupils_per_adult=None if self.drop_ratio else ratio
        )
        return with_fields(problem, settings=changed)

    def sentence(self, problem: Problem) -> Text:
        zh, en = [], []
        if self.patrol_at_least is not None:
            zh.append(f"每个时段巡查{self.patrol_at_least}人")
            en.append(f"{self.patrol_at_least} leaders on patrol")
        if self.accompany_instructors is not None:
            zh.append("外聘教师要有人陪同" if self.accompany_instructors else "外聘教师不必有人陪同")
            en.append(f"instructors are {'' if self.accompany_instructors else 'not '}accompanied")
        if self.drop_ratio:
            zh.append("不再规定师生比")
            en.append("no adult ratio")
        elif self.pupils_per_adult is not None:
            zh.append(f"每位成人至多{self.pupils_per_adult}名学生")
            en.append(f"at most {self.pupils_per_adult} pupils to an adult")
        return Text("，".join(zh) or "规定不变", ", ".join(en) or "settings as before")


class PinReleased(BaseChange):
    """解除锁定: all pins on this class or club group in this slot."""

    kind: Literal["pin_released"] = Field("pin_released", description="解除锁定")
    slot: SlotRef = Field(description="where it was pinned")
    school_class: ClassId | None = Field(None, description="the class whose session it is")
    club: ClubId | None = Field(None, description="the club")
    group: int = Field(1, ge=1, le=20, description="which group of the club")

    def apply(self, problem: Problem) -> Problem:
        here = (self.slot, self.school_class, self.club, self.group)
        pins = tuple(p for p in problem.pins if (p.slot, p.school_class, p.club, p.group) != here)
        return with_fields(problem, pins=pins)

    def sentence(self, problem: Problem) -> Text:
        club = problem.club_by_id.get(self.club or "")
        what = "".join(filter(None, (self.school_class, f"“{club.name if club else self.club}”" if self.club else "")))
        when = self.slot.title(problem.week.cycle), self.slot.title(problem.week.cycle, language="en")
        return Text(f"解除{when[0]}{what}的锁定", f"release the pin on {what} at {when[1]}")


class DayOff(BaseChange):
    """某天不开展课后服务. Quotas shrink to the homework slots that are left (each time the subject that has most, the
    later one in a tie); bands walk at most in the slots that are left; pins and fixed slots of the day go, and what
    was fixed to this day alone does not take place."""

    kind: Literal["day_off"] = Field("day_off", description="某天停课")
    day: Day = Field(description="1 = Monday … 7 = Sunday")

    def apply(self, problem: Problem) -> Problem:
        off = [s for s in problem.slots if s.day == self.day]
        kinds = [k for k in problem.week.kinds if k.day != self.day]
        closed = [SlotKindSetting(day=self.day, period=p, kind=SlotKind.OFF) for p in sorted({s.period for s in off})]
        if not off:
            return problem
        if len(off) == len(problem.slots):
            raise ChangeError(
                Text(f"{self.day.title.zh}是唯一的服务日，不能停。", f"{self.day.title.en} is the only day of service.")
            )
        week = with_fields(problem.week, kinds=tuple(kinds + closed))
        clubs = [
            with_fields(c, fixed_slots=tuple(s for s in c.fixed_slots if s.day != self.day))
            for c in problem.clubs
            if not c.fixed_slots or any(s.day != self.day for s in c.fixed_slots)
        ]
        kept = {c.id for c in clubs}
        pins = tuple(p for p in problem.pins if p.slot.day != self.day and (p.club is None or p.club in kept))
        shorter = with_fields(problem, week=week, clubs=tuple(clubs), pins=pins)
        left = [s for s in shorter.slots if s.week == 1]
        bands = []
        for band in problem.bands:
            fixed = tuple(s for s in band.fixed_slots if s.day != self.day)
            none = bool(band.fixed_slots) and not fixed
            most = 0 if none else min(band.walking_most, len(left))
            fields = {"walking_least": min(band.walking_least, len(fixed) or most), "walking_most": most}
            bands.append(with_fields(band, fixed_slots=fixed, **fields))
        return with_fields(shorter, bands=tuple(bands), homework=(*shorter.homework, *_fewer(shorter)))

    def sentence(self, problem: Problem) -> Text:
        return Text(f"{self.day.title.zh}不开展课后服务", f"no service on {self.day.title.en}")


def _fewer(problem: Problem) -> Iterable[HomeworkQuota]:
    """Quotas of single classes that fill exactly the homework slots that they have."""
    for c in problem.classes:
        slots = len(problem.slots_of(c, SlotKind.HOMEWORK))
        quotas = list(problem.quotas[c.id].values())
        times = [q.times for q in quotas]
        counts = [1 if q.per_cycle else problem.week.cycle for q in quotas]
        while sum(t * n for t, n in zip(times, counts, strict=True)) > slots and any(times):
            most = max(range(len(times)), key=lambda at: (times[at] * counts[at], at))
            times[most] -= 1
        for quota, fewer in zip(quotas, times, strict=True):
            if fewer != quota.times:
                yield with_fields(quota, times=fewer, grades=(), classes=(c.id,))
