"""docs/scenarios.md, made of the changes' own fields: python -m exchange.scenarios.page docs/scenarios.md."""

import sys
from pathlib import Path

from models import (
    CHANGE_KINDS,
    ChangeBase,
    ClassActivity,
    CrossClassClub,
    Instructor,
    Language,
    Room,
    SchoolClass,
    Teacher,
    Text,
    WholeSchoolClub,
)
from models.noun import Noun

COMMAND = "python -m exchange.scenarios.page docs/scenarios.md"
EXAMPLE = """\
format: kehou-scenarios/1
scenarios:
  - name: 会议室维修
    note: 暑期没有修完
    changes:
      - {kind: room_closed, room: 会议室, slots: [2.2, 4.2]}
  - name: 再少一位教师
    base: 会议室维修
    changes:
      - {kind: person_left, person: 教师01}
      - {kind: person_changed, person: 教师02, weekly_most: 7}
"""
_LEAD = (
    Text(
        "方案回答“如果……会怎样”：给一组变更起个名字，加在学校的数据上，或者用 base 加在另一个方案上。"
        "学校的数据本身不变；数据改过以后，方案照样可以再用一次。",
        "A scenario asks “what if”: a named list of changes on the school's data, or, by `base`, on another scenario. "
        "The data themselves stay as they are; after they were edited the scenario can be applied again.",
    ),
    Text(
        "方案可以写在工作簿的“方案”表里（[工作簿](workbook.md)），也可以写成 YAML 或 JSON 文件："
        "一个方案、方案的列表，或者如下：",
        "It is written on sheet 方案 of the workbook ([workbook](workbook.md)), or as a YAML or JSON file: one "
        "scenario, a list of them, or as follows:",
    ),
    Text(
        "时段写成“星期.节次”，2.2 是周二第2节；分单双周的学校，双周写 2.2.2。没有写的项目照旧。"
        "规则的代号见 [规则](rules.md)。更多例子在 `sample_inputs/scenarios/`。",
        "A slot is day.period: 2.2 is Tuesday, second period; 2.2.2 the same in even weeks. What is left out stays as "
        "it is. The keys of rules are in [rules](rules.md). There are more examples in `sample_inputs/scenarios/`.",
    ),
)
_HEADS = Text("| kind | 变更 | 项目（* 必填） |", "| kind | Change | Fields (* required) |")
_NEW: dict[str, tuple[str, tuple[type[Noun], ...]]] = {
    "room_added": ("room", (Room,)),
    "person_joined": ("person", (Teacher, Instructor)),
    "class_added": ("school_class", (SchoolClass,)),
    "club_added": ("club", (CrossClassClub, WholeSchoolClub, ClassActivity)),
}  # kinds that bring a new thing, the field in which it stands, and what it may be


def scenarios_page() -> str:
    """The whole page: Chinese first, then English."""
    parts = [f"<!-- Generated: {COMMAND} -->", "# 方案 Scenarios"]
    for language, title in (("zh", "中文"), ("en", "English")):
        shown: Language = "zh" if language == "zh" else "en"
        first, second, third = (text.in_language(shown) for text in _LEAD)
        rows = [_row(made, shown) for made in CHANGE_KINDS.values()]
        table = "\n".join([_HEADS.in_language(shown), "| --- | --- | --- |", *rows])
        parts += [f"## {title}", first, second, f"```yaml\n{EXAMPLE}```", third, table]
    return "\n\n".join(parts) + "\n"


def _row(made: type[ChangeBase], language: Language) -> str:
    kind = made.model_fields["kind"].default
    name, things = _NEW.get(kind, ("", ()))
    fields = [f"{name}*: {_inside(thing)}" for thing in things] if things else [_fields(made)]
    return f"| `{kind}` | {made.title.in_language(language)} | {'<br>'.join(fields)} |"


def _fields(noun: type[Noun]) -> str:
    return ", ".join(f"{n}*" if f.is_required() else n for n, f in noun.model_fields.items() if n != "kind")


def _inside(thing: type[Noun]) -> str:
    """The fields of a new thing; its kind has to be said where there are several."""
    kind = thing.model_fields.get("kind")
    return f"{{{'' if kind is None else f'kind*: {kind.default}, '}{_fields(thing)}}}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(scenarios_page(), encoding="utf-8", newline="\n")
