"""A file of scenarios, read with every mistake named at once: which scenario, which change, which field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from exchange.file_kinds import path_issue
from exchange.findings import file_issue
from exchange.json_files import format_issues
from exchange.json_text import parsed_json
from exchange.scenarios.change_data import change_from, error_issue
from exchange.spelling import shown
from exchange.yaml_text import parsed_yaml
from models import ChangeBase, ChangesError, Issue, RuleCard, RuleChanged, Scenario, Text, changes_of

FORMAT = "kehou-scenarios/1"
_YAML = (".yaml", ".yml")


@dataclass(frozen=True)
class ScenarioReading:
    """The scenarios, none if anything is wrong; and everything that is wrong."""

    scenarios: tuple[Scenario, ...]
    issues: tuple[Issue, ...]


def read_scenarios(path: Path, cards: Iterable[RuleCard] = ()) -> ScenarioReading:
    """Scenarios from a JSON or YAML file, judged by its content and its name. Never raises for what it may hold.

    The file holds one scenario, a list of them, or an object with `format` and the list `scenarios`. A base that is
    not in the file is in order: it may be among the school's other scenarios. With the cards of all rules, changes of
    rules that do not exist are named too.
    """
    wrong = path_issue(path)
    if wrong is None:
        data, wrong = parsed_json(path) if _is_json(path) else parsed_yaml(path)
    if wrong is not None:
        return ScenarioReading((), (wrong,))
    entries, issues = _entries(path, data)
    known = {card.key: card for card in cards}
    found: list[Scenario] = []
    for number, entry in enumerate(entries):
        scenario, more = _scenario(entry, number, known)
        issues += more
        if scenario is not None:
            found.append(scenario)
    issues += _twice(entries) or circles(found)
    return ScenarioReading(() if issues else tuple(found), tuple(issues))


def circles(scenarios: Sequence[Scenario]) -> list[Issue]:
    """An issue for each scenario that stands on itself, over others or at once."""
    others = {s.name: s for s in scenarios}
    said: dict[str, Issue] = {}
    for scenario in scenarios:
        chain, name = {scenario.name}, scenario.base
        while name in others and name not in chain:
            chain.add(name)
            name = others[name].base
        if name == scenario.name:
            try:
                changes_of(scenario, others)
            except ChangesError as error:
                said.setdefault(" ".join(sorted(chain)), Issue(code="circle", text=error.texts[0]))
    return list(said.values())


def _is_json(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(400).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
    return start.startswith((b"{", b"[")) and path.suffix.casefold() not in _YAML


def _entries(path: Path, data: object) -> tuple[list[object], list[Issue]]:
    """The data of each scenario, from whichever of the three shapes the file has."""
    if isinstance(data, list):
        return data, []
    if not isinstance(data, Mapping):
        zh = f"{path.name} 应为方案（name、changes……）或方案的列表，现在是“{shown(data)}”。"
        en = f"{path.name} should be a scenario (name, changes …) or a list of them, but is “{shown(data)}”."
        return [], [file_issue("not_scenarios", zh, en)]
    if issues := format_issues(path, data, FORMAT):
        return [], issues
    if "scenarios" not in data:
        return [{key: value for key, value in data.items() if key != "format"}], []
    entries, others = data["scenarios"], [key for key in data if key not in ("format", "scenarios")]
    issues = [
        file_issue(
            "extra_forbidden",
            f"{path.name} 的 {key}：是多余的，这一层只有 format 和 scenarios。",
            f"{path.name}, {key}: is not a field; there are only format and scenarios here.",
        )
        for key in others
    ]
    if not isinstance(entries, list):
        zh = f"{path.name} 的 scenarios：应为列表 [ ]，现在是“{shown(entries)}”。"
        en = f"{path.name}, scenarios: must be a list [ ], but is “{shown(entries)}”."
        return [], [*issues, file_issue("tuple_type", zh, en)]
    return entries, issues


def _title(entry: object, number: int) -> Text:
    name = entry.get("name") if isinstance(entry, Mapping) else None
    if isinstance(name, str) and name.strip():
        return Text(f"方案“{shown(name)}”", f"scenario “{shown(name)}”")
    return Text(f"第{number + 1}个方案", f"scenario {number + 1}")


def _scenario(entry: object, number: int, cards: Mapping[str, RuleCard]) -> tuple[Scenario | None, list[Issue]]:
    where = _title(entry, number)
    if not isinstance(entry, Mapping):
        now = shown(entry)
        text = Text(f"{where.zh}：应为对象 {{ }}，现在是“{now}”。", f"{where.en}: must be an object, but is “{now}”.")
        return None, [Issue(code="model_type", text=text, path=("scenarios", number))]
    issues: list[Issue] = []
    changes: list[ChangeBase] = []
    given = entry.get("changes", [])
    for position, data in enumerate(given if isinstance(given, list) else []):
        here = Text(f"{where.zh}第{position + 1}项变更", f"{where.en}, change {position + 1}")
        change, more = change_from(data, here, ("scenarios", number, "changes", position))
        issues += more
        if change is not None:
            changes.append(change)
            if cards and isinstance(change, RuleChanged) and (refused := change.refused(cards)) is not None:
                text = Text(f"{here.zh}：{refused.zh}", f"{here.en}: {refused.en}")
                issues.append(Issue(code="rule_refused", text=text, path=("scenarios", number, "changes", position)))
    named = {key: str(entry[key]) for key in ("name", "base") if _is_number(entry.get(key))}
    try:
        made = Scenario.model_validate({**entry, **named, "changes": changes if isinstance(given, list) else given})
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
        return None, [error_issue(e, where, ("scenarios", number), Scenario) for e in errors] + issues
    return (None if issues else made), issues


def _is_number(value: object) -> bool:
    """Whether a name is all digits, which YAML takes for a number."""
    return isinstance(value, int) and not isinstance(value, bool)


def _twice(entries: Sequence[object]) -> list[Issue]:
    names = [entry.get("name") for entry in entries if isinstance(entry, Mapping)]
    words = [name.strip() for name in names if isinstance(name, str)]
    return [
        Issue(
            code="scenario_once",
            text=Text(
                f"方案“{word}”写了{words.count(word)}次：请删去多余的，或者改名加以区分。",
                f"scenario “{word}” is there {words.count(word)} times: keep one, or tell them apart by name.",
            ),
        )
        for word in dict.fromkeys(words)
        if words.count(word) > 1
    ]
