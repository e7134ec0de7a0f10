"""Short fingerprints: of a problem, printed on every page made from it; and of a timetable's sessions."""

import hashlib
import json

from models.problem import Problem
from models.timetable import Timetable


def fingerprint(problem: Problem) -> str:
    """Eight hexadecimal digits, such as 7C3F-91A2; equal inputs have equal ones.

    Over everything in the problem but the published timetable that a change stays near: it was made from other inputs,
    and is none itself.
    """
    return _digits(problem.model_dump(mode="json", exclude={"published"}))


def sessions_mark(timetable: Timetable) -> str:
    """Eight hexadecimal digits that tell one timetable from another; equal sessions have equal ones."""
    return _digits(timetable.model_dump(mode="json", include={"sessions"}))


def _digits(inputs: object) -> str:
    text = json.dumps(inputs, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"
