"""Rows of the sheets 政策 and 机构."""

from exchange.columns import Context
from exchange.columns.policy_sheets import SEVERITY
from models import POLICY_ITEM, POLICY_ITEMS, Language, PolicyItem, PolicySetting, Problem, Text

Row = dict[str, object]


def policy_rows(problem: Problem | None) -> list[Row]:
    """Every item with its default, and what the district chose."""
    chosen = {} if problem is None else {s.item: s for s in problem.settings.policy}
    made: list[Row] = [
        {"item": item.key, "title": item.title, "default": _default(item), "sentence": item.sentence}
        for item in POLICY_ITEMS
    ]
    made += [{"item": key} for key in chosen if key not in POLICY_ITEM]
    for row in made:
        if (setting := chosen.get(str(row["item"]))) is not None:
            row |= {"on": setting.on, "severity": setting.severity, "basis": setting.basis, "figure": _figure(setting)}
    return made


def institution_rows(problem: Problem) -> list[Row]:
    """The bureau's list."""
    return [
        {"name": one.name, "approved_from": one.approved_from, "approved_until": one.approved_until}
        for one in problem.institutions
    ]


def _figure(setting: PolicySetting) -> object:
    if setting.number is not None:
        return setting.number
    return setting.clock or setting.words or None


def _default(item: PolicyItem) -> Text:
    """120 分钟（每天至少）；应当."""

    def said(language: Language) -> str:
        words = [] if item.default is None else [item.default.in_language(language)]
        words.append(str(SEVERITY.write(item.severity, Context(language=language))))
        return {"zh": "；", "en": "; "}[language].join(words)

    return Text(said("zh"), said("en"))
