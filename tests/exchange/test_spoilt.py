"""Workbooks spoilt at random: whatever stands in them, there is a problem or there are issues, and no exception."""

import copy
import random
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from exchange import workbook_read
from exchange.grid import Fault, Grid, read_grids
from models import Severity
from sample_inputs import build_broken
from scheduler.rules import rule_cards

_DAY = datetime(2026, 1, 1)  # noqa: DTZ001  (as openpyxl gives it)
_WORDS = "无 一1 周一 周一第2节 双周周二 全校 九年级 0 =x 、、、 () （例） 合计 注： 教师01 教师01、教师01 ² ① 一⑴"
_MORE_WORDS = '周一、二、三 周一至 至周五 25:61 三至一年级 😀 " "甲 \x00'
TYPED: list[object] = [
    *_WORDS.split(),
    *_MORE_WORDS.split(" "),
    *(0, -1, 1e20, float("nan"), float("inf"), 3.7, True, 10**400, "9" * 30, "长" * 70, "长" * 40_000),
    *(_DAY, date(2026, 2, 2), time(3, 4), timedelta(days=5)),
    *(Fault("excel_error", "#N/A"), Fault("formula_without_value", "=")),
]


def spoil(grid: Grid, chance: random.Random) -> None:
    """One thing that people, or programs, do to a sheet."""
    place = chance.choice(sorted(grid.cells))
    match chance.randrange(7):
        case 0:
            del grid.cells[place]
        case 1:
            grid.cells = {(r, c): typed for (r, c), typed in grid.cells.items() if r != place[0]}
        case 2:
            grid.cells = {(r, c): typed for (r, c), typed in grid.cells.items() if c != place[1]}
        case 3:
            grid.cells[chance.randint(1, 40), chance.randint(1, 30)] = chance.choice(TYPED)
        case 4:
            for row in range(place[0] + 1, place[0] + 3):
                grid.cells[row, place[1]] = grid.cells[place]
                grid.merged[row, place[1]] = place
        case _:
            grid.cells[place] = chance.choice(TYPED)


@pytest.fixture(scope="module")
def grids() -> list[Grid]:
    return read_grids(build_broken.PATH.with_name("jisu.xlsx"))[0]


@pytest.mark.parametrize("seed", range(40))
def test_a_spoilt_workbook(seed: int, grids: list[Grid], monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    spoilt = copy.deepcopy(grids)
    for _ in range(chance.choice([1, 3, 20])):
        spoil(chance.choice([g for g in spoilt if g.cells]), chance)
    monkeypatch.setattr(workbook_read, "read_grids", lambda _: (spoilt, []))
    reading = workbook_read.read_workbook(Path(build_broken.__file__), rule_cards())
    errors = [issue for issue in reading.issues if issue.severity is Severity.ERROR]
    assert (reading.problem is None) == bool(errors)
    for issue in reading.issues:
        assert issue.text.zh
        assert issue.text.en
        assert issue.sheet is not None
