"""The price list of repairs in a file: YAML or JSON, with the names of `RepairPrices`; what is left out stays."""

from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from exchange.file_kinds import path_issue
from exchange.findings import file_issue
from exchange.pydantic_words import path_of, words_for
from exchange.yaml_text import parsed_yaml
from models import Issue, RepairPrices, Text


def read_prices(path: Path) -> tuple[RepairPrices | None, list[Issue]]:
    """The prices, or everything that is wrong with the file. Never raises for what a file may hold."""
    wrong = path_issue(path)
    if wrong is not None:
        return None, [wrong]
    data, wrong = parsed_yaml(path)
    if wrong is not None:
        return None, [wrong]
    if data is not None and not isinstance(data, dict):
        return None, [_no_list(path)]
    try:
        return RepairPrices.model_validate(data or {}), []
    except ValidationError as refused:
        return None, [_issue(path, error) for error in refused.errors(include_url=False)]


def _no_list(path: Path) -> Issue:
    return file_issue(
        "not_prices",
        f"{path.name} 不是价目表：每行写“名称: 数”，例如 more_sessions: 2。",
        f'{path.name} is no price list: write lines of "name: number", such as more_sessions: 2.',
    )


def _issue(path: Path, error: ErrorDetails) -> Issue:
    name, words = ".".join(map(str, path_of(error))), words_for(error)
    near = get_close_matches(name, RepairPrices.model_fields, n=1)
    hint = Text(f"是否指 {near[0]}？", f" Did you mean {near[0]}?") if near and near[0] != name else Text("", "")
    return Issue(
        code=error["type"],
        text=Text(f"{path.name} 的 {name}：{words.zh}。{hint.zh}", f"{path.name}, {name}: {words.en}.{hint.en}"),
        path=path_of(error),
    )
