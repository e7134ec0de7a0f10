"""Where the school's own login fails: a sentence in two languages and a way back, and everything else untouched."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.signing.not_reached import SayNotReached


def answered(answer: Response | Exception, path: str = "/auth/login") -> tuple[int, str]:
    """What a browser gets where the app answers so; its status and its text."""

    async def view(_: Request) -> Response:
        if isinstance(answer, Exception):
            raise answer
        return answer

    app = Starlette(routes=[Route(path, view)], middleware=[Middleware(SayNotReached)])
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as browser:
        got = browser.get(path)
    return got.status_code, got.text


@pytest.mark.parametrize(
    "answer", [PlainTextResponse("Authentication error", status_code=400), ModuleNotFoundError("httpx")]
)
def test_a_failure_is_a_sentence_in_both_languages_and_a_way_back(answer: Response | Exception) -> None:
    status, said = answered(answer)
    assert status == 502
    assert "学校账号登录现在用不了" in said
    assert "does not work now" in said
    assert 'href="/"' in said
    assert "Authentication error" not in said
    assert "httpx" not in said


def test_the_way_to_the_provider_is_left_as_it_is() -> None:
    assert answered(RedirectResponse("https://provider.school.cn/", status_code=302))[0] == 302


def test_all_else_is_left_as_it_is() -> None:
    assert answered(PlainTextResponse("not here", status_code=404), "/media/x") == (404, "not here")
