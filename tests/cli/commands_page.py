"""docs/commands.md, made of what `kehou --help` prints: python -m tests.cli.commands_page docs/commands.md."""

import sys
from pathlib import Path

from commands.words import COMMANDS
from models import Language
from tests.cli.running import kehou

COMMAND = "python -m tests.cli.commands_page docs/commands.md"
_INTRO = {
    "zh": "没有安装成命令时，用 `python3 start.py` 代替 `kehou`：`python3 start.py check 我校.xlsx`。",
    "en": "Where `kehou` is not installed as a command, `python3 start.py` stands for it: "
    "`python3 start.py check school.xlsx`.",
}
_JSON = {
    "zh": """`check`、`solve`、`audit` 加 `--json` 时，标准输出只有一个 JSON 对象，成败都一样；给人看的话在标准错误里。

| 键 | 命令 | 内容 |
| --- | --- | --- |
| `status` | `solve` | `OPTIMAL`、`FEASIBLE`、`IMPOSSIBLE`、`OUT_OF_TIME` |
| | `check` | `OK`、`IMPOSSIBLE` |
| | `audit` | `CLEAN`、`BROKEN` |
| | 三个 | 文件或命令有错是 `ISSUES`，程序自身出错是 `DEFECT` |
| `issues` | 三个 | 逐处的 `code`、`severity`、`text`（中英文）、`sheet`、`cell`、`path` |
| `fingerprint` | 三个 | 学校数据的指纹；`audit` 是课表上的 |
| `shortages` | `check` `solve` | 逐处的 `demand`、`supply`，以及时段、人、班、社团、场地 |
| `objective` `bound` `gap` | `solve` | 偏好代价；任何课表不低于；差距（0.01 是 1%） |
| `seconds` `first_seconds` | `solve` | 用了多少秒；多少秒有了第一张课表 |
| `sessions` `violations` | `solve` | 课次数；违反硬性规则的处数 |
| `scores` | `solve` `audit` | 逐条规则的 `strength`、`amount`、`weight`、`cost` |
| `files` | `solve` | 写了哪些文件；`…_before` 是留下来的旧文件 |
| `cost` | `audit` | 偏好代价 |
| `violations` `unmet` | `audit` | 逐处违反的硬性规则、逐处没满足的偏好 |

不知道的是 `null` 或空。
""",
    "en": """With `--json`, `check`, `solve` and `audit` write exactly one JSON object to stdout, also when they fail;
what is for people goes to stderr.

| key | command | what it holds |
| --- | --- | --- |
| `status` | `solve` | `OPTIMAL`, `FEASIBLE`, `IMPOSSIBLE`, `OUT_OF_TIME` |
| | `check` | `OK`, `IMPOSSIBLE` |
| | `audit` | `CLEAN`, `BROKEN` |
| | all | `ISSUES` where the file or the command is wrong, `DEFECT` where the program is |
| `issues` | all | of each `code`, `severity`, `text` (both languages), `sheet`, `cell`, `path` |
| `fingerprint` | all | of the school's data; with `audit`, the one on the timetable |
| `shortages` | `check` `solve` | of each `demand`, `supply`, and slot, people, classes, clubs, rooms |
| `objective` `bound` `gap` | `solve` | cost; no timetable costs less; how far apart (0.01 is 1 %) |
| `seconds` `first_seconds` | `solve` | how long it took, and until the first timetable |
| `sessions` `violations` | `solve` | how many sessions; how many requirements are broken |
| `scores` | `solve` `audit` | of each rule `strength`, `amount`, `weight`, `cost` |
| `files` | `solve` | what was written; `…_before` is what stood there and was kept |
| `cost` | `audit` | cost of the preferences |
| `violations` `unmet` | `audit` | each broken requirement, each preference that is not met |

What is not known is `null` or empty.
""",
}


def commands_page() -> str:
    """The whole page: Chinese first, then English."""
    return f"<!-- Generated: {COMMAND} -->\n\n# 命令 Commands\n\n## 中文\n\n{_part('zh')}\n## English\n\n{_part('en')}"


def _part(language: Language) -> str:
    pages = [f"{_INTRO[language]}\n", _help((), language)]
    for name in COMMANDS:
        pages.append(f"### `kehou {name}`\n\n{_help((name,), language)}")
    return "\n".join([*pages, f"### JSON\n\n{_JSON[language]}"])


def _help(words: tuple[str, ...], language: Language) -> str:
    return f"```text\n{kehou(*words, '--help', '--lang', language).out.strip()}\n```\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(commands_page(), encoding="utf-8", newline="\n")
