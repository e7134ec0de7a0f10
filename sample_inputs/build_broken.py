"""Builds broken.xlsx, the workbook of `jisu` with twenty different mistakes: python -m sample_inputs.build_broken.

What each mistake should be called, and at which cell, stands in tests/exchange/test_broken.py.
"""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from exchange.atomic import write_atomically
from exchange.template import write_workbook
from sample_inputs.expand import expand
from scheduler.rules import rule_cards

PATH = Path(__file__).parent / "broken.xlsx"

# (sheet, cell, what is typed there instead): one mistake each, as offices make them.
MISTAKES: tuple[tuple[str, str, object], ...] = (
    ("学校", "B5", "2027年2月30日"),  # a day that does not exist
    ("学校", "B7", "两三位"),  # a number in words that is none
    ("作息", "C3", "五点半"),  # a clock time in words
    ("作息", "G2", "作业铺导"),  # a slip in a drop-down word
    ("班级", "C6", "41.5"),  # half a pupil
    ("班级", "C7", 0),  # a class without pupils
    ("班级", "D8", "教师77"),  # a teacher who is not entered
    ("任课", "C6", "#DIV/0!"),  # an Excel error
    ("教师", "F6", 99),  # more sessions than a week has
    ("教师", "I10", "周八第2节"),  # no such day
    ("教师", "G12", "=F12-E12"),  # a formula that nothing has computed
    ("外聘教师", "A7", None),  # a row without a name
    ("外聘教师", "O4", "单周"),  # odd weeks, in a school that does not tell them
    ("场地", "C9", -5),  # a negative capacity
    ("场地", "A14", "计算机室"),  # the room of row 13 once more
    ("作业辅导", "B3", "数字"),  # a subject that is not entered
    ("社团", "G5", "周六第2节"),  # a day without service
    ("社团", "N6", "校外聘请"),  # a choice that is not on the list
    ("锁定", "A2", "周二第2节、双周周四第2节"),  # even weeks, in a school that does not tell them
    ("规则", "D5", "尽量"),  # a rule that cannot be softened
)


def broken(source: Path) -> bytes:
    """The workbook with the mistakes; the same bytes each time."""
    book = load_workbook(source)
    for sheet, cell, typed in MISTAKES:
        target = book[sheet][cell]
        target.value = typed
        if typed == "#DIV/0!":
            target.data_type = "e"
    content = BytesIO()
    book.save(content)
    return _without_time(content.getvalue())


def _without_time(content: bytes) -> bytes:
    """The package with the moments of saving taken out."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-01T00:00:00Z", part)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def main() -> None:
    """Write the file."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "jisu.xlsx"
        write_workbook(expand("jisu"), source, rule_cards())
        write_atomically(PATH, broken(source))
    print(PATH)


if __name__ == "__main__":
    main()
