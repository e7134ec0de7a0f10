"""Compares two timetables: rules, sessions, and who must be told what. Reading only."""

from models import (
    ChangeKind,
    Comparison,
    Notice,
    Problem,
    ScoreChange,
    Session,
    SessionChange,
    Text,
    Timetable,
)
from scheduler.audit import audit
from scheduler.change_texts import change_text, session_name
from scheduler.pairing import Change, Item, changes
from scheduler.told import class_changes, told


def compare(before: Problem, base: Timetable, after: Problem, new: Timetable) -> Comparison:
    """The base timetable, judged by the problem it was made for, beside the new one, judged by the new problem.

    Call it only with timetables whose ids resolve in their own problem (`models.timetable_checks`).
    """
    old, now = audit(before, base), audit(after, new)
    earlier = {score.rule: score for score in old.scores}
    scores = tuple(
        ScoreChange(
            rule=score.rule,
            strength=score.strength,
            amount_before=earlier[score.rule].amount,
            amount_after=score.amount,
            cost_before=earlier[score.rule].cost,
            cost_after=score.cost,
        )
        for score in now.scores
    )
    sessions = session_changes(after, base, new)
    clubs = [s.club for change in sessions for s in (change.before, change.after) if s is not None]
    return Comparison(
        scores=scores,
        cost_before=old.cost,
        cost_after=now.cost,
        broken_before=old.broken,
        broken_after=now.broken,
        sessions=sessions,
        notices=tuple(
            Notice(person=person, texts=tuple(d.text for d in differences))
            for person, differences in told(after, base, new).items()
        ),
        classes=tuple(class_changes(after, base, new)),
        clubs=tuple(dict.fromkeys(club for club in clubs if club is not None)),
    )


def session_changes(problem: Problem, base: Timetable, new: Timetable) -> tuple[SessionChange, ...]:
    """Every session that differs in slot, people (with their roles) or room; a lost one and an added one of the same
    class and content, or club and group, are one that moved."""
    before = [_item(problem, s) for s in base.sessions]
    after = [_item(problem, s) for s in new.sessions]
    return tuple(
        SessionChange(
            kind=_kind(change),
            text=_text(problem, change),
            before=change.before.session if change.before else None,
            after=change.after.session if change.after else None,
        )
        for change in changes(before, after)
    )


def _item(problem: Problem, s: Session) -> Item:
    what = s.kind, s.school_class, s.subject, s.club, s.group
    # The role is part of who serves: a leader who only accompanies from now on is a change.
    who = tuple(f"{d.role}:{d.person}" for d in s.duties)
    return Item(s.slot, what, session_name(problem, s), who, s.room, s)


def _kind(change: Change) -> ChangeKind:
    if change.before is None:
        return ChangeKind.ADDED
    if change.after is None:
        return ChangeKind.LOST
    return ChangeKind.ALTERED if change.before.slot == change.after.slot else ChangeKind.MOVED


def _text(problem: Problem, change: Change) -> Text:
    plain = (None if item is None else _with_names(item) for item in change)
    return change_text(problem, Change(*plain), duty=False)


def _with_names(item: Item) -> Item:
    return Item(item.slot, item.what, item.name, item.session.people(), item.room, item.session)
