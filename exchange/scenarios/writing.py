"""Scenarios written as JSON or YAML, beside and then renamed; what is as usual is left out."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from exchange.atomic import write_atomically
from exchange.scenarios.change_data import data_of
from exchange.scenarios.reading import FORMAT
from models import Scenario


def write_scenarios(scenarios: Sequence[Scenario], path: Path) -> None:
    """The scenarios as a file: YAML if it is called .yaml or .yml, else JSON. Raises WriteError."""
    as_yaml = path.suffix.casefold() in (".yaml", ".yml")
    write_atomically(path, (scenarios_yaml if as_yaml else scenarios_json)(scenarios).encode())


def scenarios_json(scenarios: Sequence[Scenario]) -> str:
    """The text of a JSON file of scenarios."""
    return json.dumps(_data(scenarios), ensure_ascii=False, indent=1) + "\n"


def scenarios_yaml(scenarios: Sequence[Scenario]) -> str:
    """The text of a YAML file of scenarios."""
    return yaml.dump(_data(scenarios), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


class _Dumper(yaml.SafeDumper):
    """Quotes what PyYAML would write bare and read back as another line break."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if any(c in text for c in "\x85\u2028\u2029") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)


def _data(scenarios: Sequence[Scenario]) -> dict[str, Any]:
    return {"format": FORMAT, "scenarios": [_scenario(scenario) for scenario in scenarios]}


def _scenario(scenario: Scenario) -> dict[str, Any]:
    made: dict[str, Any] = {"name": scenario.name}
    if scenario.base is not None:
        made["base"] = scenario.base
    if scenario.note:
        made["note"] = scenario.note
    return {**made, "changes": [data_of(change) for change in scenario.changes]}
