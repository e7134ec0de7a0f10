"""The hours of a month (课时统计) as figures: per person and date, by the two kinds of work that schools pay for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from exchange.dated.head import DatedHead
from exchange.dated.services import Service, Work, services
from models import Instructor, Span

Rate = float | None  # yuan a session; none = the district or the school has not set one


@dataclass(frozen=True)
class HoursSettings:
    """How the columns are called, and what a session is paid. The law leaves the rates to the district."""

    plain: str = ""  # empty = 普通晚托课时
    club: str = ""  # empty = 特色晚托课时
    plain_rate: Rate = None
    club_rate: Rate = None
    patrol_rate: Rate = None

    def rate(self, work: Work) -> Rate:
        """Yuan a session of this work."""
        return {Work.PLAIN: self.plain_rate, Work.CLUB: self.club_rate, Work.PATROL: self.patrol_rate}[work]


@dataclass(frozen=True)
class PersonHours:
    """One person's row."""

    person: str
    held: dict[tuple[date, Work], int]
    relieved: frozenset[tuple[date, Work]]  # where some of them were for somebody else
    planned: int  # of the works of the sheet
    substituted: int

    def total(self, *works: Work) -> int:
        """Sessions held, of these works."""
        return sum(number for (_, work), number in self.held.items() if work in works)


def hours(head: DatedHead, span: Span, *works: Work) -> tuple[PersonHours, ...]:
    """A row for each teacher with something planned or held in these works, in the order of the school's list.

    Outside instructors are not among them: they are settled with their institution.
    """
    by_person: defaultdict[str, list[Service]] = defaultdict(list)
    for service in services(head, span):
        if service.work in works and not isinstance(head.problem.person_by_id.get(service.person), Instructor):
            by_person[service.person].append(service)
    order = {t.id: number for number, t in enumerate(head.problem.teachers)}
    return tuple(_row(p, by_person[p]) for p in sorted(by_person, key=lambda p: (order.get(p, len(order)), p)))


def fee(row: PersonHours, settings: HoursSettings, works: Sequence[Work]) -> float | None:
    """Yuan; none while a rate is not known that is needed."""
    amount = 0.0
    for work in works:
        number, rate = row.total(work), settings.rate(work)
        if number and rate is None:
            return None
        amount += number * (rate or 0)
    return amount


def _row(person: str, found: Sequence[Service]) -> PersonHours:
    held: defaultdict[tuple[date, Work], int] = defaultdict(int)
    for service in found:
        if service.held:
            held[service.day, service.work] += 1
    return PersonHours(
        person=person,
        held=dict(held),
        relieved=frozenset((s.day, s.work) for s in found if s.substituted),
        planned=sum(s.planned for s in found),
        substituted=sum(s.substituted for s in found),
    )
