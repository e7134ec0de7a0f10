"""Reads a page's HTML back: elements with their attributes and text, and tables as cells by row and column."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "col", "hr", "img", "input"}


@dataclass
class Element:
    """One element of a page."""

    name: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    pieces: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text inside, in order."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)

    @property
    def classes(self) -> set[str]:
        """Its style classes."""
        return set(self.attributes.get("class", "").split())

    def all(self, name: str = "", **attributes: str) -> list["Element"]:
        """Every element inside of that name and with these attributes ("*": any value; `_` for `-`)."""
        return [e for e in self._inside() if e._is(name, attributes)]

    def with_class(self, name: str) -> list["Element"]:
        """Every element inside with this style class."""
        return [e for e in self._inside() if name in e.classes]

    def _inside(self) -> Iterator["Element"]:
        for child in self.children:
            yield child
            yield from child._inside()

    def _is(self, name: str, attributes: dict[str, str]) -> bool:
        wanted = {key.replace("_", "-"): value for key, value in attributes.items()}
        return name in ("", self.name) and all(
            key in self.attributes and value in ("*", self.attributes[key]) for key, value in wanted.items()
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.top = Element("", {})
        self._open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self._open[-1].children.append(element)
        self._open[-1].pieces.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].name == tag, f"</{tag}> closes <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].pieces.append(data)

    def done(self) -> Element:
        """The whole; everything that was opened must be closed."""
        assert self._open == [self.top], self._open
        return self.top


def read(html: str) -> Element:
    """The page as elements; fails where tags do not match."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.done()


def keys_in(html: str) -> list[str]:
    """The keys of the sessions that can be clicked, as often as they stand there."""
    return [element.attributes["data-key"] for element in read(html).all(data_key="*")]


def cells(table: Element) -> dict[tuple[int, int], Element]:
    """(row, column) → the cell there, wide and deep ones in all their places. Fails if two cells want one place."""
    found: dict[tuple[int, int], Element] = {}
    for number, row in enumerate(table.all("tr")):
        column = 0
        for cell in row.children:
            while (number, column) in found:
                column += 1
            for down in range(int(cell.attributes.get("rowspan", "1"))):
                for right in range(int(cell.attributes.get("colspan", "1"))):
                    assert (number + down, column + right) not in found
                    found[number + down, column + right] = cell
            column += int(cell.attributes.get("colspan", "1"))
    return found
