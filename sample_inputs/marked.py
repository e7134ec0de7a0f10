"""The parts of the README that a command writes: between two marks, and nothing else is touched."""

import os
import platform
from pathlib import Path

README = Path(__file__).parent / "README.md"


def marks(name: str) -> tuple[str, str]:
    """The two marks of a part."""
    return f"<!-- {name}:begin -->", f"<!-- {name}:end -->"


def between_marks(text: str, name: str, content: str) -> str:
    """The text with this content between the marks; raises ValueError if the marks are missing."""
    first, last = marks(name)
    before, begin, rest = text.partition(first)
    _, end, after = rest.partition(last)
    if not (begin and end):
        raise ValueError(f"{README} has no {first} … {last}")
    return f"{before}{begin}\n{content}\n{end}{after}"


def machine() -> str:
    """What the figures were measured on."""
    return f"{os.cpu_count()} 核，Python {platform.python_version()}"
