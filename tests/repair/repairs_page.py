"""docs/repairs.md, made of the price list: python -m tests.repair.repairs_page docs/repairs.md."""

import sys
from pathlib import Path

from models import RepairPrices

COMMAND = "python -m tests.repair.repairs_page docs/repairs.md"

_HEAD = f"""# 补救办法与价目 · Ways out and their prices

`kehou explain` 排不出时，按下面的价目从便宜到贵列出补救办法；每一种都真的排过一张课表，并由规则逐条复核过。
学校可以用自己的价目表：`kehou explain 学校.xlsx --prices 价目表.yaml`，每行写“名称: 数”，没有写的照旧；
写 `null` 就不考虑这种办法，写 `0` 就是不要代价。

Where there is no timetable, `kehou explain` ranks ways out by these prices. Each was tried: it comes with a timetable
that the audit found clean. A school may have its own list (`--prices`); `null` rules a way out, `0` makes it free.

Made by `{COMMAND}`; a test compares.

| 名称 name | 价 price | 办法 what it does |
| --- | --- | --- |
"""


def repairs_page() -> str:
    """The page, from the fields of the price list."""
    rows = [
        f"| `{name}` | {field.default} | {field.description} |\n" for name, field in RepairPrices.model_fields.items()
    ]
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(repairs_page(), encoding="utf-8")
