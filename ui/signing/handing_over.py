"""Where a browser is given the cookie of its sign-in: HttpOnly, so that no script of a page can ever read it.

A script of Streamlit's cannot send a cookie, and a cookie that JavaScript sets is never HttpOnly. So the page gets a
ticket, good once and for a minute, hands it in at this address, and the answer brings the cookie. Anybody else's page
cannot do that in the name of a browser: the header is none that a form can send, and other sites are allowed nothing.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from store import Access

NAME = "kehou_sign_in"
PATH = "/kehou/sign-in"
HEADER = "X-Kehou"  # holds the ticket, or the mark of the token that is to be forgotten
_GOOD_FOR = 60.0  # seconds
_KEPT_FOR = {Access.OFFICE: None, Access.READER: 30 * 24 * 3600}
"""Seconds for which a browser keeps it; None: until it is closed."""


@dataclass
class Tickets:
    """The tickets that were given out and not handed in yet; any thread may use them."""

    clock: Callable[[], float] = time.monotonic
    _open: dict[str, tuple[str, Access, float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def give(self, token: str, access: Access) -> str:
        """A ticket for this sign-in."""
        ticket, now = secrets.token_urlsafe(32), self.clock()
        with self._lock:
            self._open = {key: each for key, each in self._open.items() if each[2] > now}
            self._open[ticket] = token, access, now + _GOOD_FOR
        return ticket

    def take(self, ticket: str) -> tuple[str, Access] | None:
        """The sign-in, if the ticket is good; it is good no more then."""
        with self._lock:
            token, access, until = self._open.pop(ticket, ("", Access.READER, 0.0))
        return (token, access) if token and until > self.clock() else None


def mark_of(token: str) -> str:
    """What names a token and does not betray it."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


TICKETS = Tickets()
"""Those of this server process: the sessions that give them out run in it as well."""


async def _give_cookie(request: Request) -> Response:
    found = TICKETS.take(request.headers.get(HEADER, ""))
    if found is None:
        return Response(status_code=403)
    token, access = found
    answer = Response(status_code=204, headers={"Cache-Control": "no-store"})
    # The browser knows whether it came by https, also where a proxy does not say so.
    secure = request.url.scheme == "https" or request.query_params.get("secure") == "1"
    answer.set_cookie(NAME, token, max_age=_KEPT_FOR[access], path="/", secure=secure, httponly=True, samesite="strict")
    return answer


async def _take_cookie(request: Request) -> Response:
    """Only the one that is named: another tab may have signed in again meanwhile."""
    kept = request.cookies.get(NAME, "")
    answer = Response(status_code=204)
    if kept and request.headers.get(HEADER) == mark_of(kept):
        answer.delete_cookie(NAME, path="/", httponly=True, samesite="strict")
    return answer


ROUTES = (Route(PATH, _give_cookie, methods=["POST"]), Route(PATH, _take_cookie, methods=["DELETE"]))
"""For `st.App`."""
