"""A callback that is done as a whole, also if the browser sends something else while it is at work."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from streamlit.runtime.scriptrunner import RerunException

_TRIES = 5  # each is broken off only by a message that came meanwhile
_P = ParamSpec("_P")


def whole(callback: Callable[_P, object]) -> Callable[_P, None]:
    """The callback, begun again where it was broken off; for `on_click` and `on_change`.

    Streamlit breaks a callback off as soon as it looks into the session while another message is waiting, and forgets
    what it was called for: an editable table sends such a message behind every entry, a quick click is one. A callback
    must therefore read all that it needs from the session before it changes anything that cannot be done twice.
    """

    @wraps(callback)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> None:
        waiting: RerunException | None = None
        for _ in range(_TRIES):
            try:
                callback(*args, **kwargs)
            except RerunException as meanwhile:
                waiting = meanwhile
            else:
                break
        if waiting is not None:
            raise waiting  # what was sent meanwhile has its turn now

    return run
