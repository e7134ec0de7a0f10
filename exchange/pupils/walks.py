"""Where the pupils of a class are in a slot by the list: also in clubs to which the timetable counts none of them."""

from dataclasses import replace

from exchange.pupils.names import PupilNames
from exchange.results.view import ClassSlot, in_order
from models import Problem, SessionKind, Timetable


def by_list(names: PupilNames, problem: Problem, timetable: Timetable, here: ClassSlot) -> ClassSlot:
    """The slot with a place, for a head count of nobody, wherever the list sends pupils and the timetable does not.

    So nobody who is in a club is printed among those who stay.
    """
    own = here.school_class.id
    more = [
        s.model_copy(update={"pupils": {**s.pupils, own: 0}})
        for s in timetable.at.get(here.slot, ())
        if s.kind is SessionKind.CROSS_CLASS and not s.pupils.get(own) and names.going(own, s)
    ]
    return replace(here, walking=in_order(problem, [*here.walking, *more])) if more else here
