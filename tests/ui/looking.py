"""What AppTest lets one see of a page, in words."""

import re
import time
from collections.abc import Callable
from html import unescape

from streamlit.testing.v1 import AppTest


def words(app: AppTest) -> str:
    """Everything that is written on the page, without marks."""
    html = [str(element.proto.body) for element in app.get("html") if not str(element.proto.body).startswith("<style")]
    said = [*html, *(m.value for m in app.markdown)]
    return unescape(re.sub(r"<[^>]+>", " ", " ".join(said)))


def everything(app: AppTest) -> str:
    """All that is sent to the browser: also names of widgets, what can be chosen in them, and data of components."""
    return "\n".join(
        proto.SerializeToString().decode("utf-8", "replace")
        for node in app._tree
        if (proto := getattr(node, "proto", None)) is not None
    )


def keys(app: AppTest) -> set[str]:
    """The keys of the buttons."""
    return {button.key or "" for button in app.button}


def until(
    condition: Callable[[], bool], within: float = 120, rest: Callable[[], None] = lambda: time.sleep(0.02)
) -> None:
    """Wait until it is so, resting between two looks; a work that never ends must not hold up the tests."""
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {within} s")
        rest()


def sound(app: AppTest) -> AppTest:
    """The app, after making sure that it shows no failure."""
    assert not app.exception
    assert "again" not in keys(app), words(app)
    return app
