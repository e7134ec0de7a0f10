"""The address that gives a browser its cookie: HttpOnly, once for a ticket, and nothing for another site's page."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from store import Access
from ui.signing import handing_over
from ui.signing.handing_over import HEADER, NAME, PATH, ROUTES, Tickets, mark_of


class Minutes:
    """A clock that the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Minutes:
    return Minutes()


@pytest.fixture
def tickets(clock: Minutes, monkeypatch: pytest.MonkeyPatch) -> Tickets:
    made = Tickets(clock)
    monkeypatch.setattr(handing_over, "TICKETS", made)
    return made


@pytest.fixture
def browser(tickets: Tickets) -> Iterator[TestClient]:  # noqa: ARG001  the address uses them
    with TestClient(Starlette(routes=ROUTES)) as client:
        yield client


def test_a_ticket_brings_a_cookie_that_no_script_can_read(browser: TestClient, tickets: Tickets) -> None:
    answer = browser.post(PATH, headers={HEADER: tickets.give("the-token", Access.OFFICE)})
    assert answer.status_code == 204
    name, *words = answer.headers["set-cookie"].split("; ")
    assert name == f"{NAME}=the-token"
    assert set(words) == {"HttpOnly", "Path=/", "SameSite=strict"}  # no age: until the browser is closed
    assert answer.headers["cache-control"] == "no-store"


def test_a_reader_s_is_kept_for_a_month_and_under_https_it_is_secure(browser: TestClient, tickets: Tickets) -> None:
    answer = browser.post(f"{PATH}?secure=1", headers={HEADER: tickets.give("the-token", Access.READER)})
    assert {"Max-Age=2592000", "Secure", "HttpOnly"} <= set(answer.headers["set-cookie"].split("; "))


def test_a_ticket_is_good_once(browser: TestClient, tickets: Tickets) -> None:
    ticket = tickets.give("the-token", Access.OFFICE)
    browser.post(PATH, headers={HEADER: ticket})
    again = browser.post(PATH, headers={HEADER: ticket})
    assert (again.status_code, "set-cookie" in again.headers) == (403, False)


def test_a_ticket_is_good_for_a_minute(tickets: Tickets, clock: Minutes) -> None:
    first = tickets.give("first", Access.OFFICE)
    clock.now = 30
    second = tickets.give("second", Access.OFFICE)
    clock.now = 61
    assert tickets.take(first) is None
    assert tickets.take(second) == ("second", Access.OFFICE)
    tickets.give("third", Access.OFFICE)
    clock.now = 300
    tickets.give("fourth", Access.OFFICE)
    assert len(tickets._open) == 1  # what nobody fetched is swept away


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "a guess"}])
def test_without_a_good_ticket_there_is_none(browser: TestClient, headers: dict[str, str]) -> None:
    answer = browser.post(PATH, headers=headers)
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


def test_the_one_that_is_named_is_taken_back(browser: TestClient) -> None:
    browser.cookies[NAME] = "newer"  # signed in again in another tab
    for headers in ({}, {HEADER: mark_of("older")}):
        assert "set-cookie" not in browser.delete(PATH, headers=headers).headers
    taken = browser.delete(PATH, headers={HEADER: mark_of("newer")})
    assert "Max-Age=0" in taken.headers["set-cookie"]


def test_another_site_s_page_is_allowed_nothing(browser: TestClient) -> None:
    asked = browser.options(PATH, headers={"Origin": "http://other.cn", "Access-Control-Request-Method": "POST"})
    assert not [name for name in asked.headers if name.startswith("access-control")]
