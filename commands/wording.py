"""What the help says of a command and of a parameter, and the words of parameters that several commands have."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.text import Text


@dataclass(frozen=True)
class Words:
    """What a parameter does, and what stands for its value on the help page (nothing for a switch)."""

    help: Text
    value: Text | None = None


@dataclass(frozen=True)
class CommandWords:
    """What a command does in one sentence, what else is good to know, and its parameters by name."""

    what: Text
    more: Text
    parameters: Mapping[str, Words] = field(default_factory=dict)


SCHOOL = Words(
    Text("学校的工作簿（.xlsx）或学校数据（.json）。", "The school's workbook (.xlsx) or data (.json)."),
    Text("学校文件", "SCHOOL"),
)
SECONDS = Words(Text("最多排多少秒。", "Search for at most so many seconds."), Text("秒数", "SECONDS"))
JSON = Words(
    Text("标准输出只写一个 JSON 对象，给别的程序读。", "Write exactly one JSON object to stdout, for other programs.")
)
