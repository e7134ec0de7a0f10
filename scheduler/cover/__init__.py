"""Changes of a term: who or what closes a gap of one date, who could swap, what else
could be done, and what everybody must be told."""

from scheduler.cover.best import best_cover
from scheduler.cover.candidates import candidates
from scheduler.cover.check import cover_violations
from scheduler.cover.measures import measures_of
from scheduler.cover.notices import DatedNotice, notices
from scheduler.cover.other_ways import other_ways
from scheduler.cover.rooms import best_rooms, room_candidates
from scheduler.cover.standing import Standing
from scheduler.cover.swaps import swaps
from scheduler.cover.switches import switch_notices

__all__ = [
    "DatedNotice",
    "Standing",
    "best_cover",
    "best_rooms",
    "candidates",
    "cover_violations",
    "measures_of",
    "notices",
    "other_ways",
    "room_candidates",
    "swaps",
    "switch_notices",
]
