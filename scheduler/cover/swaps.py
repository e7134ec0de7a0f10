"""Who could exchange a session with somebody who is away: each serves the other's, and nothing breaks."""

from datetime import date, datetime, timedelta

from models import DatedSession, Duty, Gap, SessionRef, Swap, SwapProposal, Text, Violation
from models.noun import PersonId
from scheduler.change_texts import duty_name
from scheduler.cover.against import not_there
from scheduler.cover.check import cover_violations
from scheduler.cover.standing import Standing
from scheduler.reading import person_title

_TRIED = 20  # audited at most: an audit reads the whole term


def swaps(
    standing: Standing, gap: Gap, *, who: str, when: datetime, within: int = 14, shown: int = 5
) -> tuple[SwapProposal, ...]:
    """The nearest exchanges within so many days of the gap; each was audited on the dates of the whole term.

    The other person serves the gap, and whoever is away there serves the other's session on another day.
    """
    if gap.person is None or gap.role is None:
        return ()
    found = []
    for there in standing.actual.sessions:
        near = abs((there.day - gap.day).days)
        if 0 < near <= within:
            for duty in there.session.duties:
                if _possible(standing, gap, there, duty):
                    found.append((near, there, duty))
    found.sort(key=lambda f: f[0])
    proposals: list[SwapProposal] = []
    before = set(cover_violations(standing.problem, standing.base, standing.log)) if found else set[Violation]()
    for _, there, duty in found[:_TRIED]:
        swap = Swap(
            id=standing.log.next_id, who=who, when=when, why=gap.why, because=gap.because,
            day=gap.day, session=SessionRef.to(gap.session), role=gap.role, person=gap.person,
            other_day=there.day, other_session=there.ref, other_role=duty.role, other=duty.person,
        )  # fmt: skip
        after = cover_violations(standing.problem, standing.base, standing.log.with_changes(swap))
        if set(after) <= before:
            proposals.append(_said(standing, gap, there, duty, swap))
        if len(proposals) == shown:
            break
    return tuple(proposals)


def _possible(standing: Standing, gap: Gap, there: DatedSession, duty: Duty) -> bool:
    away, role = gap.person, gap.role
    assert away is not None
    assert role is not None
    return (
        duty.person != away
        and standing.is_fully_fit(duty.person, gap.session, role)
        and standing.is_fully_fit(away, there.session, duty.role)
        and not_there(standing, gap.day, gap.session.slot, duty.person) is None
        and not_there(standing, there.day, there.session.slot, away) is None
        and _has_time(standing, duty.person, gap.day, there.day)
        and _has_time(standing, away, there.day, None)
    )


def _has_time(standing: Standing, person: PersonId, comes: date, goes: date | None) -> bool:
    """Whether one more on the one date, and one less on the other, keeps within the person's limits."""
    who = standing.problem.person_by_id[person]
    week = standing.in_week[person, standing.week(comes)]
    less = goes is not None and standing.week(goes) == standing.week(comes)
    return standing.on_day[person, comes] < who.daily_most and week - less < who.weekly_most


def _said(standing: Standing, gap: Gap, there: DatedSession, duty: Duty, swap: Swap) -> SwapProposal:
    problem = standing.problem
    assert gap.person is not None
    assert gap.role is not None
    one, other = person_title(problem, gap.person), person_title(problem, duty.person)
    mine, theirs = duty_name(problem, gap.session, gap.role), duty_name(problem, there.session, duty.role)
    text = Text(
        f"{other.zh}：{_day(gap.day).zh}第{gap.session.slot.period}节{mine.zh}；"
        f"{one.zh}：{_day(there.day).zh}第{there.session.slot.period}节{theirs.zh}",
        f"{other.en}: {mine.en} on {gap.day}, period {gap.session.slot.period}; "
        f"{one.en}: {theirs.en} on {there.day}, period {there.session.slot.period}",
    )
    days = abs((there.day - gap.day) // timedelta(days=1))
    reasons = (
        Text("两人各自合适、当时有空", "both fit and are free then"),
        Text(f"相隔{days}天", f"{days} days apart"),
    )
    return SwapProposal(swap=swap, text=text, reasons=reasons)


def _day(day: date) -> Text:
    return Text(f"{day.month}月{day.day}日", day.isoformat())
