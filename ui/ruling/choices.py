"""How strictly the school takes each rule, what was changed, and what that would mean for the present timetable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models import Problem, RuleCard, RuleSetting, Score, Strength, Text, Verdict

STRENGTHS: Mapping[Strength, Text] = {
    Strength.MUST: Text("必须", "Must"),
    Strength.PREFER: Text("尽量", "Prefer"),
    Strength.OFF: Text("关闭", "Off"),
}


@dataclass(frozen=True)
class Choice:
    """What holds for one rule."""

    strength: Strength
    weight: int  # of a preference; kept while it is none

    def words(self) -> Text:
        """尽量，权重 3; 必须; 关闭."""
        name = STRENGTHS[self.strength]
        if self.strength is not Strength.PREFER:
            return name
        return Text(f"{name.zh}，权重 {self.weight}", f"{name.en}, weight {self.weight}")


Choices = Mapping[str, Choice]


def may_change(card: RuleCard) -> bool:
    """Whether the school may choose anything."""
    return len(card.choices) > 1


def default_of(card: RuleCard) -> Choice:
    """What holds without a choice."""
    return Choice(card.strength, card.weight)


def choices_in(problem: Problem, cards: Sequence[RuleCard]) -> dict[str, Choice]:
    """What holds in this school, by rule. Of several settings of a rule the last one counts, as for the solver."""
    strengths = {s.rule: s.strength for s in problem.settings.rules if s.strength is not None}
    weights = {s.rule: s.weight for s in problem.settings.rules if s.weight is not None}
    found = {}
    for card in cards:
        strength = strengths.get(card.key, card.strength)
        found[card.key] = Choice(
            strength if strength in card.choices else card.strength, weights.get(card.key, card.weight)
        )
    return found


def changed_rules(before: Choices, after: Choices) -> list[str]:
    """The rules for which something else holds. A weight does not count while the rule is no preference."""
    return [key for key, choice in after.items() if choice.words() != before[key].words()]


def settings_of(choices: Choices, keys: Sequence[str], cards: Sequence[RuleCard]) -> list[RuleSetting]:
    """What to write for these rules: nothing where the default holds again."""
    by_key = {card.key: card for card in cards}
    made = []
    for key in keys:
        choice, card = choices[key], by_key[key]
        strength = None if choice.strength is card.strength else choice.strength
        weight = choice.weight if choice.strength is Strength.PREFER and choice.weight != card.weight else None
        made.append(RuleSetting(rule=key, strength=strength, weight=weight))
    return made


def difference_words(before: Choices, after: Choices, cards: Sequence[RuleCard]) -> Text:
    """时段意愿：尽量，权重 2 → 关闭；…"""
    titles = {card.key: card.title for card in cards}
    parts = [(titles[key], before[key].words(), after[key].words()) for key in changed_rules(before, after)]
    return Text(
        "；".join(f"{title.zh}：{old.zh} → {new.zh}" for title, old, new in parts),
        "; ".join(f"{title.en}: {old.en} → {new.en}" for title, old, new in parts),
    )


def cost_words(score: Score | None, choice: Choice) -> Text:
    """What the rule costs in the present timetable: 43 × 1 = 43."""
    if score is None or score.strength is Strength.OFF:
        return Text("没有计", "not counted")
    if choice.strength is Strength.MUST:
        if not score.amount:
            return Text("✓ 都满足", "✓ kept")
        return Text(f"✕ 违反 {score.amount}", f"✕ broken {score.amount} times")
    if choice.strength is Strength.OFF:
        return Text(f"不计（有 {score.amount}）", f"not counted ({score.amount} units)")
    cost = score.amount * choice.weight
    return Text(f"{score.amount} × {choice.weight} = {cost}", f"{score.amount} × {choice.weight} = {cost}")


def outlook(verdict: Verdict, choices: Choices) -> Text:
    """What the present timetable would cost under these choices, counted with what the audit counted."""
    cost = broken = 0
    uncounted = False
    for score in verdict.scores:
        choice = choices.get(score.rule)
        if choice is None:
            continue
        uncounted = uncounted or (score.strength is Strength.OFF and choice.strength is not Strength.OFF)
        if choice.strength is Strength.PREFER:
            cost += score.amount * choice.weight
        elif choice.strength is Strength.MUST:
            broken += score.amount
    zh, en = f"现在的课表代价仍是 {cost}", f"the present timetable would still cost {cost}"
    if cost != verdict.cost:
        zh = f"现在的课表代价由 {verdict.cost} 变为 {cost}"
        en = f"the present timetable would cost {cost}, not {verdict.cost}"
    if broken:
        zh, en = f"{zh}，违反必须 {broken} 处", f"{en}, and break a must {broken} times"
    if uncounted:
        zh, en = f"{zh}（刚打开的还没数）", f"{en} (what was just turned on is not counted)"
    return Text(f"{zh}。", f"{en[0].upper()}{en[1:]}.")
