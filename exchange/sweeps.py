"""The answers of a sweep as a file: JSON to read again and go on, and a table for a spreadsheet program."""

from pathlib import Path

from pydantic import ValidationError

from exchange.atomic import write_atomically
from exchange.csv_text import csv_text
from models import Language, Status, Sweep, SweepRow, Text

FORMAT = "kehou-sweep/1"
STATUS = {
    Status.OPTIMAL: Text("排得出", "possible"),
    Status.FEASIBLE: Text("排得出", "possible"),
    Status.IMPOSSIBLE: Text("排不出", "impossible"),
    Status.OUT_OF_TIME: Text("时间到", "out of time"),
}
HEADINGS = (
    Text("问题", "question"),
    Text("结果", "result"),
    Text("让步", "what gives way"),
    Text("偏好代价", "cost"),
    Text("已证最优", "proved best"),
    Text("需告知（人）", "people to tell"),
    Text("变动课次", "sessions changed"),
    Text("走班名额余", "places left"),
    Text("缺什么", "what is short"),
)


def read_sweep(path: Path) -> Sweep | None:
    """The answers in the file; none if there is no file, or it holds something else."""
    try:
        return Sweep.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def write_sweep(sweep: Sweep, path: Path) -> None:
    """As JSON, all or nothing. Raises WriteError."""
    write_atomically(path, (sweep.model_dump_json(indent=1) + "\n").encode())


def write_sweep_table(sweep: Sweep, path: Path, language: Language) -> None:
    """The table as a file. Raises WriteError."""
    write_atomically(path, sweep_table(sweep, language))


def sweep_table(sweep: Sweep, language: Language) -> bytes:
    """As a CSV that spreadsheet programs open in Chinese; no cell can be taken for a formula."""
    heads = [heading.in_language(language) for heading in HEADINGS]
    return csv_text([heads, *(cells(row, language) for row in sweep.rows)])


def cells(row: SweepRow, language: Language) -> tuple[str, ...]:
    """One answer in the columns of HEADINGS; empty where there is nothing to say."""
    joint = "；" if language == "zh" else "; "
    yes, no = Text("是", "yes").in_language(language), Text("否", "no").in_language(language)
    proved = "" if row.cost is None or row.bound is None else yes if row.cost <= row.bound else no
    return (
        row.case.title.in_language(language),
        STATUS[row.status].in_language(language),
        joint.join(text.in_language(language) for text in row.gave_way_texts),
        _number(row.cost),
        proved,
        _number(row.told),
        _number(row.sessions_changed),
        _number(row.places_left),
        joint.join(text.in_language(language) for text in row.why),
    )


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
