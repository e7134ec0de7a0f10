"""Changes of the school's choices: rules, settings, pins."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, given
from models.changes.base import ChangeBase, nothing_given
from models.changes.naming import club_name, counted, joined, slots_text, unknown
from models.noun import ClassId, ClubId, Name
from models.problem import Problem
from models.settings import Pin, RuleSetting, Strength
from models.text import Text
from models.week import SlotRef

_STRENGTH = {
    Strength.MUST: Text("必须", "must"),
    Strength.PREFER: Text("尽量", "prefer"),
    Strength.OFF: Text("关闭", "off"),
}


class RuleChanged(ChangeBase):
    """A rule that is taken more or less strictly. Which rules there are, and what may be chosen, the scheduler says."""

    title: ClassVar[Text] = Text("规则调整", "Rule changed")
    kind: Literal["rule_changed"] = Field("rule_changed", description="规则调整")
    rule: Name = Field(description="key of the rule, see docs/rules.md")
    strength: Strength | None = Field(None, description="must, prefer or off")
    weight: int | None = Field(None, ge=0, le=1000, description="price of one unit")

    def sentence(self, problem: Problem) -> Text:
        """规则 own_teacher 改为尽量，权重改为5."""
        parts = []
        if self.strength is not None:
            word = _STRENGTH[self.strength]
            parts.append(Text(f"改为{word.zh}", f"{word.en}"))
        if self.weight is not None:
            parts.append(Text(f"权重改为{self.weight}", f"weight {self.weight}"))
        said = joined(parts)
        return Text(f"规则 {self.rule} {said.zh}", f"rule {self.rule}: {said.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from nothing_given(self, Text("做法或权重", "a setting or a weight"))

    def _applied(self, problem: Problem) -> Problem:
        chosen = given(strength=self.strength, weight=self.weight)
        rules = list(problem.settings.rules)
        if any(setting.rule == self.rule for setting in rules):
            rules = [altered(s, **chosen) if s.rule == self.rule else s for s in rules]
        else:
            rules.append(RuleSetting(rule=self.rule, **chosen))
        return altered(problem, settings=altered(problem.settings, rules=tuple(rules)))


class SettingsChanged(ChangeBase):
    """Other choices for the whole school: patrol, accompaniment, adult ratio."""

    title: ClassVar[Text] = Text("全校设置调整", "Settings changed")
    kind: Literal["settings_changed"] = Field("settings_changed", description="全校设置调整")
    patrol_at_least: int | None = Field(None, ge=0, le=20, description="leaders on patrol in each slot; 0 = none")
    accompany_instructors: bool | None = Field(None, description="a teacher is present beside an instructor")
    pupils_per_adult: int | None = Field(None, ge=1, le=999, description="adult ratio")
    drop_ratio: bool = Field(False, description="the adult ratio is no longer asked for")

    def sentence(self, problem: Problem) -> Text:
        """每节巡查2人，外聘不用陪同，不要求师生比."""
        parts = []
        if self.patrol_at_least is not None:
            parts.append(
                Text(f"每节巡查{self.patrol_at_least}人", f"{counted(self.patrol_at_least, 'leader')} on patrol")
            )
        if self.accompany_instructors is not None:
            needed = Text("外聘须有教师陪同", "instructors are accompanied")
            parts.append(needed if self.accompany_instructors else Text("外聘不用陪同", "instructors on their own"))
        if self.pupils_per_adult is not None:
            ratio = self.pupils_per_adult
            parts.append(Text(f"师生比改为1:{ratio}", f"at most {counted(ratio, 'pupil')} to an adult"))
        if self.drop_ratio:
            parts.append(Text("不要求师生比", "no adult ratio"))
        return joined(parts)

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from nothing_given(self, Text("巡查人数、陪同或师生比", "patrol, accompaniment or adult ratio"))
        if self.drop_ratio and self.pupils_per_adult is not None:
            yield Text(
                f"{self.title.zh}：师生比既改为1:{self.pupils_per_adult}又不要求，请只留一个。",
                f"{self.title.en}: the adult ratio is both set to {self.pupils_per_adult} and dropped; keep one.",
            )

    def _applied(self, problem: Problem) -> Problem:
        settings = problem.settings
        fields = given(accompany_instructors=self.accompany_instructors, pupils_per_adult=self.pupils_per_adult)
        if self.drop_ratio:
            fields["pupils_per_adult"] = None
        if self.patrol_at_least is not None:
            fields["patrol"] = altered(settings.patrol, at_least=self.patrol_at_least)
        return altered(problem, settings=altered(settings, **fields))


class PinReleased(ChangeBase):
    """What was fixed in a slot, for a class or for a group of a club, is free again."""

    title: ClassVar[Text] = Text("取消锁定", "Pin released")
    kind: Literal["pin_released"] = Field("pin_released", description="取消锁定")
    slot: SlotRef = Field(description="the slot of the pin")
    school_class: ClassId | None = Field(None, description="the class whose session is pinned")
    club: ClubId | None = Field(None, description="the club that is pinned; with a class: its activity")
    group: int = Field(1, ge=1, le=20, description="which parallel group of the club")

    def sentence(self, problem: Problem) -> Text:
        """取消一1周三第2节的锁定."""
        club = "" if self.club is None else f"“{club_name(problem, self.club)}”"
        who = f"{self.school_class or ''}{club}"
        if self.group > 1:
            who += f"·{self.group}"
        when = slots_text(problem, (self.slot,))
        return Text(f"取消{who}{when.zh}的锁定", f"pin of {who} on {when.en} released")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, classes=(self.school_class,), clubs=(self.club,))
        if self.school_class is None and self.club is None:
            yield Text(
                f"{self.title.zh}：没有写班级，也没有写社团，请至少写一个。",
                f"{self.title.en}: names neither a class nor a club; name one.",
            )

    def _applied(self, problem: Problem) -> Problem:
        return altered(problem, pins=tuple(pin for pin in problem.pins if not self._means(pin)))

    def _means(self, pin: Pin) -> bool:
        if pin.slot != self.slot or pin.school_class != self.school_class:
            return False
        if self.school_class is not None:
            return self.club is None or pin.club == self.club
        return pin.club == self.club and pin.group == self.group
