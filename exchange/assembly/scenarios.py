"""方案: rows of one name as one scenario, each row as a change, with the cell of whatever is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exchange.assembly.clubs import rule_issue, rule_names
from exchange.change_fields import data_from
from exchange.change_text import Fields, content_expected, fields_of
from exchange.columns import SCENARIOS, Column, Context
from exchange.columns.change_words import WORDS_OF, ChangeWords
from exchange.findings import cell_issue, sheet_issue, should_be
from exchange.json_files import json_path
from exchange.parse import ParsedRow, Parser
from exchange.pydantic_words import path_of, words_for
from exchange.scenarios.reading import circles
from exchange.source_map import Source
from exchange.spelling import fold, shown
from models import CHANGE_KINDS, ChangeBase, Issue, Language, RuleCard, Scenario, Text


@dataclass
class ScenarioRows:
    """One scenario of the sheet: its changes, each with the cell to which a complaint about it belongs."""

    name: Source
    base: Source | None = None
    named: str = ""
    stands_on: str | None = None
    notes: list[str] = field(default_factory=list)
    changes: list[tuple[ChangeBase, Source]] = field(default_factory=list)
    scenario: Scenario | None = None


@dataclass(frozen=True)
class _Content:
    """The cell type of 内容, once the kind of the change is known."""

    words: ChangeWords
    is_list: bool = False

    @property
    def expected(self) -> Text:
        return content_expected(self.words)

    def read(self, typed: object, context: Context) -> object:
        return fields_of(self.words, typed, context)

    def write(self, value: object, context: Context) -> object:
        return value

    def choices(self, language: Language) -> list[str]:
        return []


def scenarios(rows: Sequence[ParsedRow], parser: Parser, cards: Sequence[RuleCard]) -> list[ScenarioRows]:
    """The scenarios of the sheet in the order of their names; what is wrong goes to the parser's issues."""
    found: dict[str, ScenarioRows] = {}
    for row in rows:
        name = str(row.values["name"])
        source = row.sources.get("name", row.source)
        made = found.setdefault(fold(name), ScenarioRows(source, named=name))
        _base(row, made, parser.issues)
        note = row.values.get("note")
        if isinstance(note, str) and note not in made.notes:
            made.notes.append(note)
        made.changes += _changes(row, parser, cards)
    for made in found.values():
        _close(made, parser.issues)
    kept = [made for made in found.values() if made.scenario is not None]
    for circle in circles([made.scenario for made in kept if made.scenario is not None]):
        parser.issues.append(sheet_issue(circle.code, kept[0].name.sheet, circle.text.zh, circle.text.en))
    return kept


def _base(row: ParsedRow, made: ScenarioRows, issues: list[Issue]) -> None:
    base, source = row.values.get("base"), row.sources.get("base")
    if not isinstance(base, str) or source is None or source.place is None:
        return
    if made.stands_on is not None and fold(made.stands_on) != fold(base):
        text = Text(
            f"方案“{made.named}”前面写了基于“{made.stands_on}”，这里又写“{base}”：请改成一致。",
            f"scenario “{made.named}” stands on “{made.stands_on}”, but “{base}” is written here: make them equal.",
        )
        issues.append(cell_issue("two_bases", source.sheet, source.place, text))
    elif made.stands_on is None:
        made.stands_on, made.base = base, source


def _close(made: ScenarioRows, issues: list[Issue]) -> None:
    changes = tuple(change for change, _ in made.changes)
    note = "；".join(made.notes)
    try:
        made.scenario = Scenario.model_validate(
            {"name": made.named, "base": made.stands_on, "changes": changes, "note": note}
        )
    except ValidationError as wrong:
        for error in wrong.errors(include_url=False):
            words, column = words_for(error), SCENARIOS.column(str(error["loc"][0]))
            text = Text(f"“{column.title.zh}”{words.zh}。", f"“{column.title.en}” {words.en}.")
            issues.append(cell_issue(error["type"], made.name.sheet, made.name.place or (1, 1), text))


def _changes(row: ParsedRow, parser: Parser, cards: Sequence[RuleCard]) -> list[tuple[ChangeBase, Source]]:
    """The changes that the row means; none if it only names a scenario, or is wrong."""
    kind = row.values.get("kind")
    if not isinstance(kind, str):
        unread = row.sources["kind"].typed if "kind" in row.sources else None
        if unread is None and {"object", "content"} & row.values.keys():
            _complain(row, "kind", parser, "missing_value", Text("没有填：请选变更的种类。", "is empty: choose one."))
        return []
    words, before = WORDS_OF[kind], len(parser.issues)
    thing, fields = _thing(row, words, parser), _fields(row, words, parser)
    if words.kind == "rule_changed":
        thing = _rule(row, thing, fields, parser, cards)
    if len(parser.issues) > before:
        return []
    source = row.sources.get("object" if words.object is not None else "content", row.source)
    found: list[tuple[ChangeBase, Source]] = []
    for data in data_from(words, thing, fields):
        try:
            found.append((CHANGE_KINDS[kind].model_validate(data), source))
        except ValidationError as wrong:
            for error in wrong.errors(include_url=False):
                _pydantic(row, words, parser, error)
            return []
    return found


def _thing(row: ParsedRow, words: ChangeWords, parser: Parser) -> object:
    """The value of 对象, as the kind of change wants it; a JSON content may hold it instead."""
    source, column = row.sources.get("object"), words.object
    typed = None if source is None else source.typed
    if column is None or (typed is None and str(row.values.get("content", "")).lstrip().startswith("{")):
        return None
    place = source.place if source is not None and source.place is not None else row.source.place
    return parser.cell(row.source.sheet, place or (1, 1), column, typed)


def _fields(row: ParsedRow, words: ChangeWords, parser: Parser) -> Fields:
    source = row.sources.get("content")
    if source is None or source.typed is None or source.place is None:
        return {}
    title = SCENARIOS.column("content").title
    read = parser.cell(source.sheet, source.place, Column("content", title, title, _Content(words)), source.typed)
    return read if isinstance(read, dict) else {}


def _rule(row: ParsedRow, thing: object, fields: Fields, parser: Parser, cards: Sequence[RuleCard]) -> object:
    """The rule's key, from its key or its title; an unknown rule is complained of where the rules are known."""
    card = rule_names(cards).get(fold(str(thing)))
    if cards and thing is not None:
        stated = ParsedRow(row.number, row.source, {"rule": thing, "strength": fields.get("strength")})
        stated.sources = {
            "rule": row.sources.get("object", row.source), "strength": row.sources.get("content", row.source)
        }  # fmt: skip
        if (issue := rule_issue(stated, card, cards)) is not None:
            parser.issues.append(issue)
    return thing if card is None else card.key


def _pydantic(row: ParsedRow, words: ChangeWords, parser: Parser, error: ErrorDetails) -> None:
    """What the model finds wrong, under the name of the item, at the cell where it stands."""
    steps = tuple(s for s in path_of(error) if s not in ("cross_class", "whole_school", "class_activity", "teacher"))
    names = [str(step) for step in steps if isinstance(step, str)]
    spread = {"grades": "whom", "classes": "whom"} if words.kind == "quota_changed" else {}
    item = next((c for c in words.items if c.field in (spread.get(n, n) for n in names)), None)
    said = words_for(error)
    if item is not None:
        should = should_be(item.cell.expected)
        where, cure = item.title, Text(f"{said.zh}：{should.zh}", f"{said.en}: it {should.en}")
    else:
        where, cure = Text(json_path(steps), json_path(steps)), said
    at_object = words.object is not None and names[:1] == [words.object.field]
    now = Text("", "")
    if error["type"] not in ("missing", "extra_forbidden") and not isinstance(error["input"], dict | list):
        now = Text(f"，现在是“{shown(error['input'])}”", f", but is “{shown(error['input'])}”")
    text = Text(f"的“{where.zh}”{cure.zh}{now.zh}。", f": “{where.en}” {cure.en}{now.en}.")
    _complain(row, "object" if at_object else "content", parser, error["type"], text)


def _complain(row: ParsedRow, name: str, parser: Parser, code: str, text: Text) -> None:
    source, title = row.sources.get(name, row.source), SCENARIOS.column(name).title
    said = Text(f"“{title.zh}”{text.zh}", f"“{title.en}”{'' if text.en.startswith(':') else ' '}{text.en}")
    parser.issues.append(cell_issue(code, source.sheet, source.place or (1, 1), said))
