"""The order in which a workbook holds what has no order: a problem read from a workbook is normal already."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from models import (
    POLICY_ITEM,
    ClassActivity,
    Instructor,
    PolicySetting,
    Problem,
    RuleCard,
    RuleSetting,
    SlotKindSetting,
    Teacher,
    Wish,
)

_P = TypeVar("_P", Teacher, Instructor)


def normal(problem: Problem, cards: Sequence[RuleCard] = ()) -> Problem:
    """The same school, its orderless lists in the workbook's order.

    Slot kinds by generality, day, period; each person's wishes from most to least wished (neutral ones say nothing);
    class activities after the other clubs; rule settings in the order of `cards`, one per rule; policy settings
    likewise, one per item. A published
    timetable has no place in the workbook of the inputs.
    """
    week = problem.week.model_copy(update={"kinds": tuple(sorted(problem.week.kinds, key=_kind_key))})
    return problem.model_copy(
        update={
            "published": None,
            "week": week,
            "teachers": tuple(_person(t) for t in problem.teachers),
            "instructors": tuple(_person(i) for i in problem.instructors),
            "classes": tuple(
                c.model_copy(update={"teachers": {s: p for s, p in c.teachers.items() if p}}) for c in problem.classes
            ),
            "clubs": tuple(sorted(problem.clubs, key=lambda club: isinstance(club, ClassActivity))),
            "settings": problem.settings.model_copy(
                update={
                    "rules": _rules(problem.settings.rules, cards),
                    "policy": _policy(problem.settings.policy),
                }
            ),
        }
    )


def _kind_key(setting: SlotKindSetting) -> tuple[bool, int, int, tuple[str, ...]]:
    return bool(setting.grades), int(setting.day), setting.period, setting.grades


def _person(person: _P) -> _P:
    wishes = (w for w in person.wishes if w.wish is not Wish.NEUTRAL)
    return person.model_copy(update={"wishes": tuple(sorted(wishes, key=lambda w: -w.wish))})


def _rules(settings: Iterable[RuleSetting], cards: Sequence[RuleCard]) -> tuple[RuleSetting, ...]:
    """Later settings of a rule win, as they do for the scheduler."""
    merged: dict[str, RuleSetting] = {}
    for setting in settings:
        if setting.strength is None and setting.weight is None:
            continue
        before = merged.get(setting.rule, setting)
        merged[setting.rule] = RuleSetting(
            rule=setting.rule,
            strength=before.strength if setting.strength is None else setting.strength,
            weight=before.weight if setting.weight is None else setting.weight,
        )
    order = {card.key: i for i, card in enumerate(cards)}
    return tuple(sorted(merged.values(), key=lambda s: order.get(s.rule, len(order))))


def _policy(settings: Iterable[PolicySetting]) -> tuple[PolicySetting, ...]:
    """Of two settings of an item the later one holds; one that chooses nothing says nothing."""
    chosen = {s.item: s for s in settings}
    order = {key: i for i, key in enumerate(POLICY_ITEM)}
    kept = (s for s in chosen.values() if s != PolicySetting(item=s.item))
    return tuple(sorted(kept, key=lambda s: order.get(s.item, len(order))))
