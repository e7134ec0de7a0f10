"""What each visitor may open, and what the school's own login makes of an address; plain functions."""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fnmatch import fnmatchcase

from store import Access

FOR_READERS = ("timetable", "handouts", "phone")
"""The screens of a reader. A screen that is new is the office's until it stands here."""


class Came(Enum):
    """How a visitor came in."""

    HERE = "here"  # at this machine: nobody is asked
    PASSWORD = "password"
    SCHOOL = "school"  # the school's own login


@dataclass(frozen=True)
class Visitor:
    """Who is at the desk."""

    access: Access
    came: Came = Came.HERE
    name: str = ""  # under which changes are recorded; empty where none was given

    @property
    def edits(self) -> bool:
        """Whether anything may be changed."""
        return self.access is Access.OFFICE

    @property
    def signed_in(self) -> bool:
        """Whether there is something to sign out of."""
        return self.came is not Came.HERE

    def may_open(self, screen: str) -> bool:
        """Whether the screen of this key is for this visitor."""
        return self.edits or screen in FOR_READERS


AT_THIS_MACHINE = Visitor(Access.OFFICE)


def stays_on_this_machine(address: str | None) -> bool:
    """Whether a server at this address is reached from this machine alone; without an address it listens everywhere."""
    if not address:
        return False
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def access_of(mail: str, office: Iterable[str], reader: Iterable[str]) -> Access | None:
    """What an e-mail address opens: it stands in a list, or its domain does, as in *@school.edu.cn."""
    address = mail.strip().lower()
    if address.count("@") != 1 or any(sign in address for sign in "*?[]"):
        return None
    for access, patterns in ((Access.OFFICE, office), (Access.READER, reader)):
        if any(fnmatchcase(address, pattern.strip().lower()) for pattern in patterns):
            return access
    return None
