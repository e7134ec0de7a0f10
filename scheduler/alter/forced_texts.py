"""What is said of a forced choice: its price and how sure that is, or that it cannot be."""

from models import Shortage, Status, Text
from scheduler.alter.words import cost_text


def price_text(status: Status, least: int, most: int, told: int) -> Text:
    """全校偏好代价+4，已证最优；需告知4人。"""
    people = Text(f"需告知{told}人", f"{told} to tell")
    if status is Status.OPTIMAL:
        price = cost_text(most)
        return Text(f"{price.zh}，已证最优；{people.zh}。", f"{price.en.capitalize()}, proved best; {people.en}.")
    return Text(
        f"全校偏好代价至多{most:+d}、至少{least:+d}，尚未证完；{people.zh}。",
        f"Costs at most {most:+d} and at least {least:+d}, not proved yet; {people.en}.",
    )


def impossible_text(reason: Text | None) -> Text:
    """不可，已证明：没有书法专长。"""
    if reason is None:
        return Text("不可，已证明没有这样的课表。", "Impossible: it is proved that there is no such timetable.")
    zh, en = reason.zh.rstrip("。"), reason.en.rstrip(".")
    return Text(f"不可，已证明：{zh}。", f"Impossible, which is proved: {en}.")


def nothing_text(least: int, seconds: float) -> Text:
    """Neither found nor proved."""
    return Text(
        f"{seconds:.0f}秒内没有排出这样的课表，也没有证明排不出；代价至少{least:+d}。",
        f"No such timetable was found in {seconds:.0f} s, nor proved impossible; it costs at least {least:+d}.",
    )


def shortage_text(shortage: Shortage) -> Text:
    """What is short, without the words that call the choice a pin: nobody has locked it."""
    text = shortage.text
    if not shortage.code.startswith("pinned"):
        return text
    return Text(text.zh.partition("）：")[2] or text.zh, text.en.partition(": ")[2] or text.en)
