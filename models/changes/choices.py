"""Changes of the school's choices: rules, settings, pins."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, given
from models.changes.base import ChangeBase, nothing_given
from models.changes.naming import class_title, club_name, counted, joined, slots_text, unknown
from models.checks.rule_choice import refused_strength, unknown_rule
from models.noun import ClassId, ClubId, Name
from models.problem import Problem
from models.settings import Pin, RuleSetting, Strength
from models.text import Text
from models.verdict import RuleCard
from models.week import SlotRef

_STRENGTH = {
    Strength.MUST: Text("必须做到", "must hold"),
    Strength.PREFER: Text("尽量做到", "is preferred"),
    Strength.OFF: Text("不作要求", "is off"),
}


class RuleChanged(ChangeBase):
    """A rule that is taken more or less strictly. Which rules there are, and what may be chosen, their cards say."""

    title: ClassVar[Text] = Text("规则调整", "Rule changed")
    kind: Literal["rule_changed"] = Field("rule_changed", description="规则调整")
    rule: Name = Field(description="key of the rule, see docs/rules.md")
    strength: Strength | None = Field(None, description="must, prefer or off")
    weight: int | None = Field(None, ge=0, le=1000, description="price of one unit")

    def sentence(self, problem: Problem) -> Text:
        """规则 own_teacher 改为尽量做到，权重改为5."""
        parts = []
        if self.strength is not None:
            word = _STRENGTH[self.strength]
            parts.append(Text(f"改为{word.zh}", word.en))
        if self.weight is not None:
            parts.append(Text(f"权重改为{self.weight}", f"has weight {self.weight}"))
        said = joined(parts)
        return Text(f"规则 {self.rule} {said.zh}", f"rule {self.rule} {said.en}")

    def refused(self, cards: Mapping[str, RuleCard]) -> Text | None:
        """Why no rule can be changed like this, where all rules are known by their keys; none if one can."""
        card = cards.get(self.rule)
        if card is None:
            text: Text | None = unknown_rule(self.rule, cards.values())
        else:
            text = None if self.strength is None else refused_strength(card, self.strength)
        title = self.title
        return text and Text(f"{title.zh}：{text.zh}", f"{title.en}: {text.en}")

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
        """每个时段巡查2人，外聘教师不必有人陪同，不再规定师生比."""
        parts = []
        if self.patrol_at_least is not None:
            leaders = self.patrol_at_least
            parts.append(Text(f"每个时段巡查{leaders}人", f"{counted(leaders, 'leader')} on patrol"))
        if self.accompany_instructors is not None:
            needed = Text("外聘教师要有人陪同", "instructors are accompanied")
            alone = Text("外聘教师不必有人陪同", "instructors are not accompanied")
            parts.append(needed if self.accompany_instructors else alone)
        if self.pupils_per_adult is not None:
            ratio = self.pupils_per_adult
            parts.append(Text(f"每位成人至多{ratio}名学生", f"at most {counted(ratio, 'pupil')} to an adult"))
        if self.drop_ratio:
            parts.append(Text("不再规定师生比", "no adult ratio"))
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

    title: ClassVar[Text] = Text("解除锁定", "Pin released")
    kind: Literal["pin_released"] = Field("pin_released", description="解除锁定")
    slot: SlotRef = Field(description="the slot of the pin")
    school_class: ClassId | None = Field(None, description="the class whose session is pinned")
    club: ClubId | None = Field(None, description="the club that is pinned; with a class: its activity")
    group: int = Field(1, ge=1, le=20, description="which parallel group of the club")

    def sentence(self, problem: Problem) -> Text:
        """解除周三第2节一(1)的锁定 / 解除周三第2节“合唱”·2的锁定."""
        who = "" if self.school_class is None else class_title(problem, self.school_class)
        if self.club is not None:
            who += f"“{club_name(problem, self.club)}”"
        if self.group > 1:
            who += f"·{self.group}"
        when = slots_text(problem, (self.slot,))
        return Text(f"解除{when.zh}{who}的锁定", f"release the pin on {who} on {when.en}")

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
