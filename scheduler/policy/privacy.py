"""No personal data of pupils: head counts only, and nothing in free text that looks like a number of a person."""

import re
from collections.abc import Iterator

from models import PolicyCase, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept

_IDENTITY = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_TELEPHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
# What the sheets are called to which a field of the data belongs.
_SHEETS = {
    "school": "学校", "term": "学校", "classes": "班级", "teachers": "教师", "instructors": "外聘教师", "rooms": "场地",
    "clubs": "社团", "pins": "锁定", "bands": "走班段", "subjects": "学科", "homework": "作业辅导", "grades": "年级",
}  # fmt: skip


class Privacy(PolicyCheck):
    """Every text of the data. What is found is not repeated in the report."""

    key = "privacy"

    def judge(self, asked: Asked) -> Judged:
        """Broken where a text holds an identity number or a telephone number."""
        cases = []
        for field, value in asked.problem.model_dump(mode="json", exclude={"published"}).items():
            texts = list(_texts(value))
            for pattern, what in (
                (_IDENTITY, Text("身份证号", "an identity number")),
                (_TELEPHONE, Text("手机号", "a telephone number")),
            ):
                count = sum(bool(pattern.search(text)) for text in texts)
                if count:
                    sheet = _SHEETS.get(field, field)
                    text = Text(
                        f"“{sheet}”表有 {count} 处像是{what.zh}，请删去。",
                        f"{count} text(s) of sheet {sheet} look like {what.en}: remove them.",
                    )
                    cases.append(PolicyCase(text=text))
        if cases:
            return broken(
                "数据里有像是身份证号或手机号的内容。", "Some texts look like identity or telephone numbers.", cases
            )
        return kept(
            "数据里只有各班人数，没有学生姓名、证件号和电话；按姓名的报名表请只留在学校。",
            "The data hold head counts only: no names, identity numbers or telephones of pupils.",
        )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
