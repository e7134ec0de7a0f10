"""What is kept of each answer, with the mark of the school of which it was asked."""

from models import Explanation, RepairPrices, WhatIf
from models.noun import Noun


class Explained(Noun):
    """Why there is no timetable and what would help; or what is tightest."""

    mark: str  # fingerprint of the changed school
    prices: RepairPrices  # by which the ways out were ranked
    explanation: Explanation


class Nearest(Noun):
    """The timetable near to the one in use."""

    mark: str
    base: str  # id of the saved timetable to which it is near
    answer: WhatIf
