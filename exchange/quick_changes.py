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
    words = WORDS_OF[kind]
    assert words.object is not None
    named, *rest = (part.strip() for part in _AT.split(typed, maxsplit=1))
    context = Context(Directory.of(problem), SlotBook.of(problem.week))
    try:
        thing = words.object.cell.read(named, context)
        fields: Fields = fields_of(words, rest[0], context) if rest else {}
        return CHANGE_KINDS[kind].model_validate(data_from(words, thing, fields)[0])
    except UnreadableError as wrong:
        should = should_be(wrong.expected or words.object.cell.expected)
        return _issue(wrong.code, typed, should)
    except ValidationError:  # such as slots for a change that has none
        return _issue("bad_content", typed, should_be(words.object.cell.expected))


def _issue(code: str, typed: str, should: Text) -> Issue:
    return Issue(code=code, text=Text(f"“{typed}”读不懂：{should.zh}。", f'"{typed}" cannot be read: it {should.en}.'))
