"""Typed changes of a problem (变更): what a scenario is made of."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from models.changes.absences import PersonAway, PersonFree, PersonLeft
from models.changes.bands import BandChanged
from models.changes.base import ChangeBase, ChangeError, ChangesError
from models.changes.choices import PinReleased, RuleChanged, SettingsChanged
from models.changes.classes import ClassAdded, PupilsGrown
from models.changes.clubs import ClubAdded, ClubChanged, ClubDropped
from models.changes.day_off import DayOff
from models.changes.people import PapersRenewed, PersonChanged, PersonJoined
from models.changes.quotas import QuotaChanged
from models.changes.rooms import RoomAdded, RoomChanged, RoomClosed, RoomOpened
from models.problem import Problem
from models.text import Text
from models.verdict import RuleCard

Change = Annotated[
    RoomClosed | RoomOpened | RoomAdded | RoomChanged
    | PersonLeft | PersonAway | PersonFree | PersonChanged | PersonJoined | PapersRenewed
    | ClassAdded | PupilsGrown
    | ClubAdded | ClubDropped | ClubChanged
    | QuotaChanged | BandChanged
    | RuleChanged | SettingsChanged | PinReleased
    | DayOff,
    Field(discriminator="kind"),
]  # fmt: skip

_CLASSES: tuple[type[ChangeBase], ...] = (
    RoomClosed, RoomOpened, RoomAdded, RoomChanged, PersonLeft, PersonAway, PersonFree, PersonChanged, PersonJoined,
    PapersRenewed, ClassAdded, PupilsGrown, ClubAdded, ClubDropped, ClubChanged, QuotaChanged, BandChanged,
    RuleChanged, SettingsChanged, PinReleased, DayOff,
)  # fmt: skip
CHANGE_KINDS: Mapping[str, type[ChangeBase]] = {c.model_fields["kind"].default: c for c in _CLASSES}


def apply_changes(problem: Problem, changes: Iterable[ChangeBase], cards: Iterable[RuleCard] = ()) -> Problem:
    """The problem after all changes, in order. Raises ChangesError with everything that is wrong with any of them.

    With the cards of all rules, a rule that does not exist is refused, and a strength that it does not allow.
    """
    known = {card.key: card for card in cards}
    wrong: list[Text] = []
    for change in changes:
        if known and isinstance(change, RuleChanged) and (refused := change.refused(known)) is not None:
            wrong.append(refused)
            continue
        try:
            problem = change.apply(problem)
        except ChangeError as error:
            wrong += error.texts
    if wrong:
        raise ChangesError(*dict.fromkeys(wrong))
    return problem


__all__ = [
    "CHANGE_KINDS", "BandChanged", "Change", "ChangeBase", "ChangeError", "ChangesError", "ClassAdded", "ClubAdded",
    "ClubChanged", "ClubDropped", "DayOff", "PapersRenewed", "PersonAway", "PersonChanged", "PersonFree",
    "PersonJoined", "PersonLeft", "PinReleased", "PupilsGrown", "QuotaChanged", "RoomAdded", "RoomChanged",
    "RoomClosed", "RoomOpened", "RuleChanged", "SettingsChanged", "apply_changes",
]  # fmt: skip
