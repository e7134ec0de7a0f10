"""What is kept of each answer, with the mark of the school of which it was asked."""

from models import Explanation, RepairPrices, WhatIf
from models.noun import Noun


class Told(Noun):
    """How many people must be told if a way out is taken, coming from the timetable in use."""

    people: int
    fewest: bool  # proved: it cannot be done with fewer


class Explained(Noun):
    """Why there is no timetable and what would help; or what is tightest."""

    mark: str  # fingerprint of the changed school
    prices: RepairPrices  # by which the ways out were ranked
    explanation: Explanation
    told: tuple[Told, ...] = ()  # of each way out, as far as it is known
    base: str | None = None  # id of the saved timetable from which people would come
    complete: bool = True  # the search was over, or was stopped


class Nearest(Noun):
    """The timetable near to the one in use."""

    mark: str
    base: str  # id of the saved timetable to which it is near
    answer: WhatIf
