"""Pictures for chat groups: one of each class's sheet and the 总表, as PNG in a ZIP; never with pupils' names."""

from dataclasses import replace

from exchange.archive import zipped
from exchange.handouts.class_sheets import class_sheet
from exchange.handouts.documents import CLASSES, POSTER, file_name
from exchange.handouts.head import Head
from exchange.handouts.posters import poster_sheets
from exchange.handouts.typeset import pictures
from exchange.results.names import class_heading

_PPI_CLASS, _PPI_POSTER = 130, 110  # the smallest type is 16 pixels high: to be read on a phone, enlarged


def chat_pictures(head: Head) -> bytes:
    """A ZIP: the pages of the poster, then one picture for each class (two where its sheet has two pages)."""
    return zipped((f"{name}.png", picture) for name, picture in named_pictures(head))


def named_pictures(head: Head) -> list[tuple[str, bytes]]:
    """The pictures with their names."""
    head = replace(head, names=None)  # a chat group passes on what it is sent
    found = _numbered(f"00 {head.say('总表', 'overview')}", pictures(POSTER, head, poster_sheets(head), _PPI_POSTER))
    for number, school_class in enumerate(head.problem.classes, start=1):
        name = file_name(class_heading(head.problem, school_class.id, head.language))
        pages = pictures(CLASSES, head, [class_sheet(head, school_class)], _PPI_CLASS)
        found += _numbered(f"{number:02} {name}", pages)
    return found


def _numbered(name: str, pages: list[bytes]) -> list[tuple[str, bytes]]:
    if len(pages) == 1:
        return [(name, pages[0])]
    return [(f"{name} {number}", page) for number, page in enumerate(pages, start=1)]
