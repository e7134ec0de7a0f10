"""A callback that is broken off by another message of the browser is done all the same, once."""

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException

from ui.whole import whole


def _broken_off(times: int) -> tuple[list[str], list[RerunData]]:
    waiting = [RerunData(query_string=f"message {n}") for n in range(times)]
    return [], waiting


@pytest.mark.parametrize("times", [1, 2])
def test_it_is_begun_again_and_what_was_sent_meanwhile_follows(times: int) -> None:
    done, waiting = _broken_off(times)
    sent = list(waiting)

    def callback(what: str) -> None:
        if waiting:  # as in the session's state, before anything is done
            raise RerunException(waiting.pop(0))
        done.append(what)

    with pytest.raises(RerunException) as asked:
        whole(callback)("saved")
    assert done == ["saved"]
    assert asked.value.rerun_data is sent[-1]


def test_without_a_message_it_is_just_done() -> None:
    done: list[str] = []
    whole(done.append)("saved")
    assert done == ["saved"]


def test_a_callback_that_wants_another_run_gets_it_and_does_not_hang() -> None:
    def callback() -> None:
        raise RerunException(RerunData())

    with pytest.raises(RerunException):
        whole(callback)()
