"""Scenarios as JSON and YAML files: one or several in a file, `format: kehou-scenarios/1`."""

from exchange.scenarios.change_data import change_from, data_of
from exchange.scenarios.reading import FORMAT, ScenarioReading, read_scenarios
from exchange.scenarios.writing import scenarios_json, scenarios_yaml, write_scenarios

__all__ = [
    "FORMAT", "ScenarioReading", "change_from", "data_of", "read_scenarios", "scenarios_json", "scenarios_yaml",
    "write_scenarios",
]  # fmt: skip
