"""A way out of a gap that nobody has audited yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from models import Cancelled, Joined, Moved, Swap, Text

Noted = Mapping[str, object]
"""Who, when, why, the id and the fact: what every measure of the log carries."""


@dataclass(frozen=True)
class Tried:
    """The measure, how it is said, and where it stands in the order: the least first."""

    measure: Moved | Swap | Joined | Cancelled
    text: Text
    reasons: tuple[Text, ...]
    order: tuple[int, ...]  # what somebody loses, days apart, whether the room is another
