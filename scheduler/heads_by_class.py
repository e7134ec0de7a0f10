"""How many pupils of each class a timetable counts in each slot, over all places where they are."""

from collections import Counter
from collections.abc import Mapping

from models import Slot, Timetable
from models.noun import ClassId


def heads(timetable: Timetable) -> Mapping[tuple[ClassId, Slot], int]:
    """(class, slot) → pupils placed; absent where none is."""
    found: Counter[tuple[ClassId, Slot]] = Counter()
    for session in timetable.sessions:
        for class_id, pupils in session.pupils.items():
            found[class_id, session.slot] += pupils
    return found
