"""The page docs/rules.md, made from `RULES`: what each rule says, how strictly it is taken, what it costs."""

import sys
from pathlib import Path

from models import Language, Strength, Text
from scheduler.rule import Preference, Rule
from scheduler.rules import RULES

COMMAND = "python -m scheduler.rules_page docs/rules.md"

_STRENGTH = {
    Strength.MUST: Text("必须", "must"),
    Strength.PREFER: Text("尽量", "prefer"),
    Strength.OFF: Text("不用", "off"),
}
_INTRO = Text(
    "硬性规则从不违反。软性规则违反时扣分：权重 × 数量，总扣分越低越好；学校可以在工作簿的“规则”表里改权重，"
    "或把软性规则改为“必须”“尽量”“不用”。",
    "Requirements are never broken. Preferences are broken at a price, weight x amount; the lower the sum, the "
    "better. A school may change the weight of a preference, or turn it into must, prefer or off, in the workbook's "
    "sheet 规则.",
)
_REQUIREMENTS = Text("硬性规则", "Requirements")
_PREFERENCES = Text("软性规则", "Preferences")
_REQUIREMENT_HEAD = Text("| 键 | 名称 | 内容 |", "| key | title | what it says |")
_PREFERENCE_HEAD = Text(
    "| 键 | 名称 | 内容 | 默认 | 权重 | 每单位 |", "| key | title | what it says | default | weight | for each |"
)


def rules_page(language: Language = "zh") -> str:
    """Markdown tables of all requirements and all preferences, with their sentences."""
    requirements = [rule for rule in RULES if not isinstance(rule, Preference)]
    preferences = [rule for rule in RULES if isinstance(rule, Preference)]
    lines = [
        _INTRO.in_language(language),
        "",
        f"### {_REQUIREMENTS.in_language(language)}",
        "",
        _REQUIREMENT_HEAD.in_language(language),
        "| --- | --- | --- |",
        *(f"| {_what(rule, language)} |" for rule in requirements),
        "",
        f"### {_PREFERENCES.in_language(language)}",
        "",
        _PREFERENCE_HEAD.in_language(language),
        "| --- | --- | --- | --- | --- | --- |",
        *(f"| {_what(rule, language)} | {_price(rule, language)} |" for rule in preferences),
    ]
    return "\n".join(lines) + "\n"


def rules_document() -> str:
    """The whole of docs/rules.md: Chinese first, then English."""
    return (
        f"<!-- Generated: {COMMAND} -->\n\n# 规则 Rules\n\n## 中文\n\n{rules_page('zh')}"
        f"\n## English\n\n{rules_page('en')}"
    )


def _what(rule: Rule, language: Language) -> str:
    anchor = f'<a id="{rule.key}"></a>' if language == "zh" else ""
    return f"{anchor}`{rule.key}` | {rule.title.in_language(language)} | {rule.sentence.in_language(language)}"


def _price(rule: Preference, language: Language) -> str:
    strength, unit = _STRENGTH[rule.strength].in_language(language), rule.unit.in_language(language)
    return f"{strength} | {rule.weight} | {unit}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(rules_document(), encoding="utf-8", newline="\n")
