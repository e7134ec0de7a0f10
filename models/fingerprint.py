"""Short fingerprints: of a problem, printed on every page made from it; and of a timetable's sessions."""

import hashlib
import json

from models.problem import Problem
from models.timetable import Timetable


def fingerprint(problem: Problem) -> str:
    """Eight hexadecimal digits, such as 7C3F-91A2; equal inputs have equal ones.

    Over everything that a weekly timetable is made from: not the published timetable that a change stays near, which
    was made from other inputs, nor the calendar (see `calendar_mark`): a holiday does not make a week stale; nor what
    only the policy report reads.
    """
    inputs = problem.model_dump(
        mode="json",
        exclude={"published": True, "calendar": True, "institutions": True, "settings": {"policy": True}},
    )
    for teacher in inputs["teachers"]:
        if not teacher["debt"]:  # data from before there were debts keep their fingerprint
            del teacher["debt"]
    return _digits(inputs)


def calendar_mark(problem: Problem) -> str:
    """Eight hexadecimal digits of the term's dates and calendar, printed on what is made for dates."""
    return _digits(problem.model_dump(mode="json", include={"term", "calendar"}))


def sessions_mark(timetable: Timetable) -> str:
    """Eight hexadecimal digits that tell one timetable from another; equal sessions have equal ones."""
    return _digits(timetable.model_dump(mode="json", include={"sessions"}))


def _digits(inputs: object) -> str:
    text = json.dumps(inputs, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"
