"""What a check of the policy is: it reads a school and its audited timetable, and says whether one item is kept."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import ClassVar

from models import (
    POLICY_ITEM,
    Instructor,
    PolicyCase,
    PolicyFinding,
    PolicyItem,
    PolicySetting,
    PolicySeverity,
    PolicyState,
    Problem,
    SchoolClass,
    SlotKind,
    Text,
    Timetable,
    Verdict,
    Violation,
)
from scheduler.policy_dates import DatedCase, PolicyDates

MOST_NAMED = 5
"""So many names stand in a sentence; the cases have them all."""


@dataclass(frozen=True)
class Asked:
    """What a check may look at: never the solver."""

    problem: Problem
    timetable: Timetable
    verdict: Verdict  # of this timetable
    today: date | None = None  # the date of the report, where it matters what expires soon
    dates: PolicyDates | None = None  # of the term; none = only the week is judged

    def setting(self, key: str) -> PolicySetting:
        """The school's choice for an item; the later one of two wins."""
        chosen = [s for s in self.problem.settings.policy if s.item == key]
        return chosen[-1] if chosen else PolicySetting(item=key)

    def number(self, key: str) -> int | None:
        """The figure by which an item is judged."""
        chosen = self.setting(key).number
        return POLICY_ITEM[key].number if chosen is None else chosen

    def clock(self, key: str) -> time | None:
        """The clock time by which an item is judged."""
        return self.setting(key).clock or POLICY_ITEM[key].clock

    def words(self, key: str) -> tuple[str, ...]:
        """The words by which an item is judged."""
        return self.setting(key).words or POLICY_ITEM[key].words

    def violations(self, rule: str) -> tuple[Violation, ...]:
        """What the audit says of a rule, however strictly the school takes it."""
        return tuple(v for v in (*self.verdict.broken, *self.verdict.unmet) if v.rule == rule)

    def serving_instructors(self) -> tuple[Instructor, ...]:
        """The instructors who have a duty in the timetable."""
        return tuple(i for i in self.problem.instructors if i.id in self.timetable.of_person)

    def classes_of(self, key: str) -> tuple[SchoolClass, ...]:
        """The classes for whose grades an item is made."""
        grades = POLICY_ITEM[key].grades
        numbers = {g.id: g.number for g in self.problem.grades}
        first, last = (0, 99) if grades is None else grades
        return tuple(c for c in self.problem.classes if first <= numbers.get(c.grade, 0) <= last)

    def open_days(self, school_class: SchoolClass, week: int = 1) -> dict[int, list[int]]:
        """Day → the numbers of the periods that are open for the class, in order."""
        found: dict[int, list[int]] = {}
        for slot in self.problem.slots:
            if slot.week == week and self.problem.week.kind(slot, school_class.grade) is not SlotKind.OFF:
                found.setdefault(slot.day, []).append(slot.period)
        return found


@dataclass(frozen=True)
class Judged:
    """What a check found."""

    state: PolicyState
    sentence: Text
    cases: tuple[PolicyCase, ...] = ()
    severity: PolicySeverity | None = None  # another one than the item's: of what the school's calendar says itself


def kept(zh: str, en: str) -> Judged:
    """The item is kept."""
    return Judged(PolicyState.KEPT, Text(zh, en))


def broken(zh: str, en: str, cases: Iterable[PolicyCase]) -> Judged:
    """It is not, at these places."""
    return Judged(PolicyState.BROKEN, Text(zh, en), tuple(cases))


def not_applicable(zh: str, en: str) -> Judged:
    """The school has nothing that the item is about."""
    return Judged(PolicyState.NOT_APPLICABLE, Text(zh, en))


def unjudged(zh: str, en: str) -> Judged:
    """The data do not say; the sentence says what is missing."""
    return Judged(PolicyState.UNJUDGED, Text(zh, en))


def case_of(violation: Violation) -> PolicyCase:
    """What the audit complains of, as a case of the report."""
    return PolicyCase(
        text=violation.text,
        slot=violation.slot,
        people=violation.people,
        classes=violation.classes,
        clubs=violation.clubs,
    )


def some(names: Iterable[str], counter: str = "个") -> Text:
    """甲、乙、丙等 7 个 / a, b, c and 4 more: not too many for a sentence; each name once."""
    every = list(dict.fromkeys(names))
    if len(every) <= MOST_NAMED:
        return Text("、".join(every), ", ".join(every))
    first = every[:MOST_NAMED]
    return Text(
        "、".join(first) + f"等 {len(every)} {counter}", ", ".join(first) + f" and {len(every) - MOST_NAMED} more"
    )


def times(number: int, noun: str) -> str:
    """1 class, 2 classes."""
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


class PolicyCheck(ABC):
    """The judge of one item. Stateless; one instance of each stands in `scheduler.policy.POLICY`."""

    key: ClassVar[str]  # file name, workbook key, documentation anchor

    @property
    def item(self) -> PolicyItem:
        """What it asks for, and the default figure."""
        return POLICY_ITEM[self.key]

    @abstractmethod
    def judge(self, asked: Asked) -> Judged:
        """Whether the item is kept."""

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterable[DatedCase] | None:
        """Where it is not kept on the dates of the term, beyond what is so every week; None: no matter of dates."""
        return None

    def _with_dates(self, asked: Asked, judged: Judged) -> Judged:
        """The judgement of the week with that of the dates."""
        if asked.dates is None or judged.state not in (PolicyState.KEPT, PolicyState.BROKEN):
            return judged
        found = self.on_dates(asked, asked.dates)
        if found is None:
            return judged
        dated = tuple(found)
        usual = judged.state is PolicyState.KEPT
        if not dated:
            also = Text("按校历逐日核对也符合。", "So it is on every date of the calendar.")
            return replace(judged, sentence=_joined(judged.sentence, also)) if usual else judged
        count = len({day for one in dated for day in one.case.dates})
        also = Text(
            f"{'平时符合；' if usual else ''}按校历，有 {count} 天不符合。",
            f"{'In a usual week it is kept; ' if usual else ''}on {times(count, 'date')} of the calendar it is not.",
        )
        sentence = also if usual else _joined(judged.sentence, also)
        mild = PolicySeverity.NOTE if usual and all(one.declared for one in dated) else None
        return Judged(PolicyState.BROKEN, sentence, (*judged.cases, *(one.case for one in dated)), mild)

    def finding(self, asked: Asked) -> PolicyFinding:
        """The judgement under the item's title, with the district's severity and source; off where it is off."""
        item, setting = self.item, asked.setting(self.key)
        off = Judged(PolicyState.OFF, _OFF)
        judged = off if setting.on is False else self._with_dates(asked, self.judge(asked))
        return PolicyFinding(
            key=self.key,
            topic=item.topic,
            title=item.title,
            severity=setting.severity or judged.severity or item.severity,
            state=judged.state,
            sentence=judged.sentence,
            source=item.source if setting.basis is None else Text(setting.basis, setting.basis),
            cases=judged.cases,
        )


def _joined(one: Text, other: Text) -> Text:
    return Text(f"{one.zh}{other.zh}", f"{one.en} {other.en}")


_OFF = Text("已在“政策”表里关闭，不检查。", "Switched off in sheet 政策: not judged.")
