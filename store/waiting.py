"""How long one must wait after wrong passwords: for each address, and for all addresses together."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil


@dataclass(frozen=True)
class Limit:
    """So many wrong passwords cost nothing; each further one doubles the wait, which never grows beyond `most`."""

    free: int
    first: float  # seconds
    most: float
    forgotten: float  # seconds without a wrong password after which it begins anew

    def wait(self, wrong: int) -> float:
        """Seconds to wait after so many wrong passwords."""
        beyond = wrong - self.free
        return 0 if beyond < 0 else min(self.first * 2.0 ** min(beyond, 30), self.most)

    def left(self, wrong: int, last: datetime, now: datetime) -> int:
        """Whole seconds that are still to wait; 0 if one may try."""
        return max(0, ceil((last + timedelta(seconds=self.wait(wrong)) - now).total_seconds()))

    def counted(self, wrong: int, last: datetime, now: datetime) -> int:
        """How many still count."""
        return 0 if (now - last).total_seconds() >= self.forgotten else wrong


EACH = Limit(free=5, first=15, most=900, forgotten=3600)
"""For one address: a few typing mistakes cost nothing, a guesser gets four guesses an hour."""
ALL = Limit(free=50, first=1, most=10, forgotten=600)
"""For all together, against a guesser with many addresses: short, for nobody may lock the school out."""
EVERYBODY = ""  # the name under which all together are counted


def place_of(address: str | None) -> str:
    """Under what name an address is counted: a whole IPv6 network as one, for whoever has one address there has all.

    None is this machine (or a reverse proxy on it that does not say who asks).
    """
    if address is None:
        return "here"
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)
