"""A problem from whatever file a school has: an .xlsx workbook or JSON, judged by its content and its name."""

from collections.abc import Sequence
from pathlib import Path

from exchange.file_kinds import path_issue
from exchange.json_files import read_problem
from exchange.reading import Reading
from exchange.workbook_read import read_workbook
from models import RuleCard


def load_problem(path: Path, cards: Sequence[RuleCard]) -> Reading:
    """The problem, or all issues. A file whose name and content differ is read as what it is."""
    wrong = path_issue(path)
    if wrong is not None:
        return Reading(None, (wrong,))
    return read_problem(path) if _is_json(path) else read_workbook(path, cards)


def _is_json(path: Path) -> bool:
    """Whether the content starts like JSON; else, for other text, whether the name says so."""
    with path.open("rb") as file:
        start = file.read(400)
    if start.startswith((b"PK", b"\xd0\xcf")):
        return False
    text = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
    return text.startswith((b"{", b"[")) or path.suffix.casefold() == ".json"
