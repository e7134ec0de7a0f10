"""Typed changes of a school: what-ifs, repairs and undo are lists of these, never edits in place."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from models.changes.change import ChangeError, ChangesError
from models.changes.choices import DayOff, PinReleased, RuleChanged, SettingsChanged
from models.changes.classes import BandChanged, ClassAdded, PupilsGrown, QuotaChanged
from models.changes.clubs import ClubAdded, ClubChanged, ClubDropped
from models.changes.people import PapersRenewed, PersonAway, PersonChanged, PersonFree, PersonJoined, PersonLeft
from models.changes.rooms import RoomAdded, RoomChanged, RoomClosed, RoomOpened
from models.problem import Problem
from models.text import Text

Change = Annotated[
    RoomClosed
    | RoomOpened
    | RoomAdded
    | RoomChanged
    | PersonLeft
    | PersonAway
    | PersonFree
    | PersonChanged
    | PersonJoined
    | PapersRenewed
    | ClassAdded
    | PupilsGrown
    | QuotaChanged
    | BandChanged
    | ClubAdded
    | ClubDropped
    | ClubChanged
    | RuleChanged
    | SettingsChanged
    | PinReleased
    | DayOff,
    Field(discriminator="kind"),
]


def apply_changes(problem: Problem, changes: Iterable[Change]) -> Problem:
    """The school after all changes, in their order. Raises ChangesError with all that cannot be made."""
    errors: list[Text] = []
    for change in changes:
        try:
            problem = change.apply(problem)
        except ChangeError as error:
            errors.append(error.text)
    if errors:
        raise ChangesError(errors)
    return problem


__all__ = [
    "BandChanged", "Change", "ChangeError", "ChangesError", "ClassAdded", "ClubAdded", "ClubChanged", "ClubDropped",
    "DayOff", "PapersRenewed", "PersonAway", "PersonChanged", "PersonFree", "PersonJoined", "PersonLeft",
    "PinReleased", "PupilsGrown", "QuotaChanged", "RoomAdded", "RoomChanged", "RoomClosed", "RoomOpened",
    "RuleChanged", "SettingsChanged", "apply_changes",
]  # fmt: skip
