"""The short fingerprint of a problem, printed on every page made from it."""

import hashlib
import json

from models.problem import Problem


def fingerprint(problem: Problem) -> str:
    """Eight hexadecimal digits, such as 7C3F-91A2; equal inputs have equal ones.

    Over everything in the problem but the published timetable that a change stays near: it was made from other inputs,
    and is none itself.
    """
    inputs = problem.model_dump(mode="json", exclude={"published"})
    text = json.dumps(inputs, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"
