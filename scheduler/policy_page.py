"""The page docs/policy.md, made from the list of checks: what each item asks for, its figure, and from where it is."""

import sys
from pathlib import Path

from models import Language, PolicyItem, PolicyTopic, Text
from scheduler.policy import POLICY

COMMAND = "python -m scheduler.policy_page docs/policy.md"

_INTRO = Text(
    "政策自查报告（`kehou policy`、`kehou export --what policy`、“发放”页面）逐项对照下表：符合、不符合、不涉及、已"
    "关闭，或者数据不够、待核实。每一项是否检查、标准是多少、程度如何、依据哪份文件，都可以在工作簿的“政策”表里按当地"
    "要求改；审核过的机构填在“机构”表。这两张表不影响排课，改了以后课表不用重排。\n\n下面的内容都是我们的概述，不是"
    "文件原文；引用原文请写明文号并查对原件。没有写文号的，以当地文件为准。“必须”的项目不符合时，`kehou policy` 的"
    "退出码是 5。",
    "The policy report (`kehou policy`, `kehou export --what policy`, the screen 发放) goes through this table: kept, "
    "broken, not applicable, switched off, or not to be judged from the data. Whether an item is judged, by which "
    "figure, how serious it is and on which document it rests can be changed for each district in the workbook's sheet "
    "政策; approved institutions stand in sheet 机构. Neither sheet is an input of the timetable.\n\nThe wording is "
    "ours and no quotation; whoever quotes a document gives its number and looks it up. Where no number is given, the "
    "local document holds. If an item that must be kept is broken, `kehou policy` ends with 5.",
)
_HEAD = Text(
    "| 键 | 项目 | 内容 | 默认标准 | 程度 | 依据 |", "| key | item | what it asks for | default | severity | source |"
)
_NONE = Text("—", "—")
_LOCAL = Text("由当地规定", "set by the district")


def policy_page(language: Language = "zh") -> str:
    """A Markdown table for each topic."""
    lines = [_INTRO.in_language(language)]
    for topic in PolicyTopic:
        rows = [_row(check.item, language) for check in POLICY if check.item.topic is topic]
        table = "\n".join([_HEAD.in_language(language), "| --- | --- | --- | --- | --- | --- |", *rows])
        lines += [f"### {topic.label.in_language(language)}", table]
    return "\n\n".join(lines) + "\n"


def policy_document() -> str:
    """The whole of docs/policy.md: Chinese first, then English."""
    return (
        f"<!-- Generated: {COMMAND} -->\n\n# 政策自查 Policy\n\n## 中文\n\n{policy_page('zh')}"
        f"\n## English\n\n{policy_page('en')}"
    )


def _row(item: PolicyItem, language: Language) -> str:
    anchor = f'<a id="{item.key}"></a>' if language == "zh" else ""
    cells = (
        f"{anchor}`{item.key}`",
        *(t.in_language(language) for t in (item.title, item.sentence, item.default or _default(item))),
        item.severity.label.in_language(language),
        item.source.in_language(language),
    )
    return f"| {' | '.join(cells)} |"


def _default(item: PolicyItem) -> Text:
    """What stands where no figure is given."""
    return _LOCAL if item.unit.zh else _NONE


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(policy_document(), encoding="utf-8", newline="\n")
