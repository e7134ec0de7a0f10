"""What a change would spoil: faults of the changed noun that it did not have before."""

from collections.abc import Iterator

from models.checks import calendar, references
from models.checks.clubs import club_size, walking_range
from models.checks.finding import Check
from models.checks.people import credential_dates, weekly_limits
from models.problem import Problem
from models.text import Text
from models.verdict import Severity

Place = tuple[str, str]  # name of a list of the problem, id in it
# Only what contradicts itself or names nothing. Whether somebody has the skill, or a room the feature, is for the
# checks of the whole: a later change of the same scenario may bring them.
_CHECKS: tuple[Check, ...] = (
    *references.CHECKS, calendar.slot_in_cycle, calendar.slot_is_open, calendar.fixed_slot_is_club_slot,
    calendar.cycle_has_two_weeks, club_size, walking_range, weekly_limits, credential_dates,
)  # fmt: skip


def new_faults(before: Problem, after: Problem, place: Place | None) -> Iterator[Text]:
    """Errors of the noun at this place that were not there before, each once."""
    if place is not None and (found := _faults(after, place)):
        old = _faults(before, place)  # rarely asked: most changes spoil nothing
        yield from (text for text in found if text not in old)


def _faults(problem: Problem, place: Place) -> list[Text]:
    key, word = place
    paths = {(key, i) for i, noun in enumerate(getattr(problem, key)) if noun.id == word}
    if not paths:
        return []
    findings = (finding for check in _CHECKS for finding in check(problem))
    return [f.text for f in findings if f.severity is Severity.ERROR and f.path[:2] in paths]
