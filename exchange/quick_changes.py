"""A change in a few words, “音乐室@周三第2节”: the object, and after @ the slots, spelt as on the sheets."""

import re

from pydantic import ValidationError

from exchange.change_fields import data_from
from exchange.change_text import Fields, fields_of
from exchange.columns import Context, UnreadableError
from exchange.columns.change_words import WORDS_OF
from exchange.directory import Directory
from exchange.findings import should_be
from exchange.slot_names import SlotBook
from models import CHANGE_KINDS, ChangeBase, Issue, Problem, Text

_AT = re.compile("[@＠]")


def quick_change(kind: str, typed: str, problem: Problem) -> ChangeBase | Issue:
    """The change of this kind, with the part after @ as its content; or what is wrong with the words."""
    column = WORDS_OF[kind].object
    assert column is not None
    named, *rest = (part.strip() for part in _AT.split(typed, maxsplit=1))
    try:
        return CHANGE_KINDS[kind].model_validate(data_in_words(kind, named, "".join(rest), problem)[0])
    except UnreadableError as wrong:
        return _issue(wrong.code, typed, should_be(wrong.expected or column.cell.expected))
    except ValidationError:  # such as slots for a change that has none
        return _issue("bad_content", typed, should_be(column.cell.expected))


def data_in_words(kind: str, thing: str, content: str, problem: Problem) -> list[Fields]:
    """The data of the changes that an object and a content mean, read by the cells of sheet 方案.

    An empty object is none. A rule is named by its key. Raises UnreadableError.
    """
    words = WORDS_OF[kind]
    context = Context(Directory.of(problem), SlotBook.of(problem.week))
    column = words.object
    read: object = thing.strip() or None
    if read is not None and column is not None and column.field != "rule":
        read = column.cell.read(thing, context)
    return data_from(words, read, fields_of(words, content, context))


def _issue(code: str, typed: str, should: Text) -> Issue:
    return Issue(code=code, text=Text(f"“{typed}”读不懂：{should.zh}。", f'"{typed}" cannot be read: it {should.en}.'))
