"""Nothing that comes from a workbook can act as HTML."""

import pytest

from ui.week.markup import Markup, joined, lines, tag

HOSTILE = '<script>alert("1")</script>\'&'


def test_text_is_escaped_and_markup_is_not() -> None:
    inner = tag("b", HOSTILE)
    assert inner == "<b>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#x27;&amp;</b>"
    assert tag("i", inner, None, ["&", inner]) == f"<i>{inner}&amp;{inner}</i>"


def test_attributes_are_escaped_named_and_left_out() -> None:
    made = tag("td", class_="a", data_key='"><img>', colspan=2, hidden=True, rowspan=None, draggable=False)
    assert made == '<td class="a" data-key="&quot;&gt;&lt;img&gt;" colspan="2" hidden></td>'


def test_what_stands_between_parts_is_escaped_too() -> None:
    assert joined(["a", "b"], by="<") == "a&lt;b"
    assert isinstance(joined("a"), Markup)


@pytest.mark.parametrize("name", ["br", "col", "hr"])
def test_some_elements_have_no_end(name: str) -> None:
    assert tag(name) == f"<{name}>"


def test_lines_break_only_where_the_text_does() -> None:
    assert lines("a\n<b>") == "a<br>&lt;b&gt;"
