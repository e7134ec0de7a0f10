"""How many lines a text takes in a cell, so that no row cuts it: Excel does not grow merged cells by itself."""

import re
from functools import lru_cache
from unicodedata import east_asian_width

# A run of narrow signs stays together as a word; a wide sign may stand at the end of any line.
_TOKEN = re.compile(r"[ -~]+? |[ -~]+|.", re.DOTALL)
_THIN = frozenset(" ()[].,:;!|'ijl")
_PADDING_PX = 8  # what a cell keeps free at both sides
_SLACK_EM = 0.4  # a line may have to end early, because no line begins with a comma


def em_width(text: str) -> float:
    """Width in units of the font size: a Chinese sign is 1, a Latin letter about 0.6, a bracket or space less."""
    return sum(1.0 if east_asian_width(sign) in "WFA" else 0.4 if sign in _THIN else 0.6 for sign in text)


@lru_cache(maxsize=20_000)
def lines(text: str, pixels: float, points: float) -> int:
    """Lines that the text takes in a cell so wide, in a font so large; at least 1."""
    room = max(1.0, (pixels - _PADDING_PX) / (points * 4 / 3) - _SLACK_EM)
    return max(1, sum(_paragraph(part, room) for part in text.split("\n")))


def _paragraph(text: str, room: float) -> int:
    count, used = 1, 0.0
    for token in _TOKEN.findall(text):
        wide = em_width(token)
        if used and used + em_width(token.rstrip()) > room:
            count, used = count + 1, 0.0
        while wide > room:  # a word longer than the line is broken
            count, wide = count + 1, wide - room
        used += wide
    return count


def fits(text: str, pixels: float, points: float) -> bool:
    """Whether the text stands on one line."""
    return lines(text, pixels, points) == 1


def height(count: int, points: float) -> float:
    """Height in points of a row that holds so many lines."""
    # Fonts differ in leading: what is lost in two lines does not show, what is lost in five does.
    return round(count * points * (1.35 if count < 3 else 1.45) + 2.5, 1)
