"""What a school may choose for a rule, told from the rules' cards: models know no rule, whoever asks has the cards."""

from collections.abc import Iterable

from models.checks.finding import nearest
from models.settings import Strength
from models.text import Text
from models.verdict import RuleCard

_WORDS = {
    Strength.MUST: Text("必须", "must"),
    Strength.PREFER: Text("尽量", "prefer"),
    Strength.OFF: Text("关闭", "off"),
}


def unknown_rule(word: str, cards: Iterable[RuleCard]) -> Text:
    """There is no such rule; which one was probably meant."""
    near = nearest(word, (card.key for card in cards))
    guess = Text("。", ".") if near is None else Text(f"，是不是“{near}”？", f"; is “{near}” meant?")
    return Text(f"没有叫“{word}”的规则{guess.zh}", f"there is no rule called “{word}”{guess.en}")


def refused_strength(card: RuleCard, strength: Strength) -> Text | None:
    """Why the rule cannot be taken so strictly, or so lightly; none if it can."""
    if strength in card.choices:
        return None
    return Text(
        f"规则“{card.title.zh}”不能设为“{_WORDS[strength].zh}”，只能是："
        f"{'、'.join(_WORDS[c].zh for c in card.choices)}。",
        f"rule “{card.title.en}” cannot be set to “{_WORDS[strength].en}”, only to: "
        f"{', '.join(_WORDS[c].en for c in card.choices)}.",
    )
