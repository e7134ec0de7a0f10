"""HTML from Python values: what is not markup already is escaped, so that no name from a workbook can act as HTML."""

from collections.abc import Iterable
from html import escape

_VOID = frozenset({"br", "col", "hr"})

Attribute = str | int | bool | None


class Markup(str):
    """HTML that may be shown as it is: only the functions of this file and constant strings make it."""

    __slots__ = ()


Content = str | Markup | None | Iterable["str | Markup | None"]


def joined(*content: Content, by: str = "") -> Markup:
    """All of it in one piece of markup; plain strings are escaped, None is nothing. `by` stands between the parts."""
    return Markup(escape(by).join(_pieces(content)))


def tag(name: str, *content: Content, **attributes: Attribute) -> Markup:
    """An element.

    Attributes: `class_` is class, other underscores are hyphens (data_key); True stands alone, None and False are
    left out.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(*content)}</{name}>")


def lines(text: str) -> Markup:
    """Text of several lines."""
    return Markup("<br>".join(escape(line) for line in text.split("\n")))


def _pieces(content: Iterable[Content]) -> list[str]:
    found: list[str] = []
    for part in content:
        if part is None:
            continue
        if isinstance(part, Markup):
            found.append(part)
        elif isinstance(part, str):
            found.append(escape(part))
        else:
            found += _pieces(part)
    return found


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
