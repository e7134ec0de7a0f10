"""What the State Council's arrangement makes of a term: holidays and make-up days as a proposal for sheet 校历."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from exchange.columns.calendar_sheet import ENTRY, WEEKDAY
from exchange.columns.description import Context
from exchange.document.fix import Fix, RowAdded
from models import Calendar, Day, Holiday, Language, MakeUpDay, Term, Text

_SWAP = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LONGEST = timedelta(days=800)  # of what can be a term; beyond it the dates are a mistake


@dataclass(frozen=True)
class Proposal:
    """Holidays and make-up days of a term; the school decides."""

    holidays: tuple[Holiday, ...]
    make_up_days: tuple[MakeUpDay, ...]
    provisional: tuple[int, ...]  # years whose make-up days are not known: nothing is final there

    @property
    def empty(self) -> bool:
        """Whether there is nothing to propose."""
        return not self.holidays and not self.make_up_days


def proposed(term: Term) -> Proposal:
    """The proposal for a term; nothing, and no year, for a term without dates. Never raises, whatever the year.

    A make-up day is proposed with the weekday whose school it makes up, in the week in which it lies.
    """
    first, last = term.first_day, term.last_day
    if first is None or last is None or last < first or last - first > _LONGEST:
        return Proposal((), (), ())
    names, working = _days(first, last)
    free = {day: name for day, name in names.items() if first <= day <= last}
    swaps = {made_up: day for day, name in names.items() if (made_up := _made_up_by(name)) is not None}
    known = {day.year for day in (*working, *swaps)}
    years = tuple(year for year in range(first.year, last.year + 1) if year not in known)
    return Proposal(
        tuple(_spans(free, frozenset(working) | swaps.keys(), years)),
        tuple(
            MakeUpDay(
                day=day,
                runs_as=Day(swaps[day].isoweekday()),
                name=f"补{swaps[day].month}月{swaps[day].day}日（提议，请学校确认）",
            )
            for day in sorted(swaps)
            if first <= day <= last
        ),
        years,
    )


def missing_from(proposal: Proposal, calendar: Calendar) -> Proposal:
    """What the school has not said yet: a date of which it says anything itself (放假, 调休上课) is left alone."""

    def said(day: date) -> bool:
        return any(h.includes(day) for h in calendar.holidays) or any(m.day == day for m in calendar.make_up_days)

    return Proposal(
        tuple(h for h in proposal.holidays if not any(said(day) for day in _each(h.first, h.last))),
        tuple(m for m in proposal.make_up_days if not said(m.day)),
        proposal.provisional,
    )


def proposal_fix(proposal: Proposal, language: Language = "zh") -> Fix:
    """New rows at the end of sheet 校历; no row that is there is touched."""
    context = Context(language=language)

    def row(kind: str, first: date, last: date, **more: str) -> RowAdded:
        fields = {"kind": str(ENTRY.write(kind, context)), "first": first.isoformat()}
        fields |= {"last": last.isoformat()} if last != first else {}
        return RowAdded("calendar", fields | more)

    rows = [row("holiday", h.first, h.last, note=h.name) for h in proposal.holidays]
    for m in proposal.make_up_days:
        weekday = str(WEEKDAY.write(str(int(m.runs_as)), context))
        rows.append(row("make_up", m.day, m.day, runs_as=weekday, note=m.name))
    return Fix(Text("按国务院安排提议校历", "Propose the national holidays"), tuple(rows), provisional_text(proposal))


def provisional_text(proposal: Proposal) -> Text | None:
    """That nothing is final, where the make-up days of a year are not known."""
    if not proposal.provisional:
        return None
    zh, en = "、".join(map(str, proposal.provisional)), ", ".join(map(str, proposal.provisional))
    return Text(
        f"{zh} 年的调休还没有公布（或查不到）：这一年的放假是暂定的，公布后请核对。",
        f"The make-up days of {en} are not published (or not known): its holidays are provisional; check them later.",
    )


def _days(first: date, last: date) -> tuple[dict[date, str], tuple[date, ...]]:
    """Date → name of every free day of the years concerned, and the weekend days on which people work."""
    import holidays  # takes a moment, and most commands have no need of it

    found: dict[date, str] = {}
    working: set[date] = set()
    for year in range(first.year - 1, last.year + 2):  # swaps reach across the new year
        try:
            country = holidays.country_holidays("CN", years=year, language="zh_CN")
        except (NotImplementedError, ValueError, OverflowError):  # a year that the package does not take
            continue
        found |= {day: country[day] for day in country}
        working |= {day for day in getattr(country, "weekend_workdays", ()) if day.year == year}
    return found, tuple(sorted(working))


def _made_up_by(name: str) -> date | None:
    """休息日（由 2026-10-10 调休）: the day on which the school is made up."""
    match = _SWAP.search(name)
    return None if match is None else date(*(int(part) for part in match.groups()))


def _spans(free: dict[date, str], working: frozenset[date], years: Sequence[int]) -> list[Holiday]:
    """Neighbouring free days as one holiday, across weekends on which nobody works."""
    groups: list[list[date]] = []
    for day in sorted(free):
        between = _each(groups[-1][-1] + timedelta(days=1), day - timedelta(days=1)) if groups else [day]
        if groups and all(d.weekday() >= 5 and d not in working for d in between):
            groups[-1].append(day)
        else:
            groups.append([day])
    made = []
    for group in groups:
        names = [re.sub(r"（.*", "", free[day]).replace("农历除夕", "春节") for day in group]
        name = "、".join(dict.fromkeys(n for n in names if not n.startswith("休息日"))) or "调休放假"
        provisional = "（暂定）" if any(day.year in years for day in group) else ""
        made.append(Holiday(first=group[0], last=group[-1], name=name[:50] + provisional))
    return made


def _each(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
