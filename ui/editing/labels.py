"""What a school typed, on a button: letter by letter, for buttons read Markdown, which could even load a picture."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!~|$:^])")


def literally(text: str) -> str:
    """The text so that it is shown as it is."""
    return _SIGNS.sub(r"\\\1", text)
