"""YAML text as plain data (what JSON could hold), with an issue in place of an exception."""

from datetime import date
from pathlib import Path

import yaml

from exchange.findings import file_issue
from exchange.json_text import decoded
from exchange.spelling import shown
from models import Issue


def parsed_yaml(path: Path) -> tuple[object, Issue | None]:
    """What a YAML file holds, or why it holds nothing. The path has passed `path_issue`."""
    name, text = path.name, decoded(path.read_bytes())
    if text is None:
        zh = f"{name} 不是文本，读不出 YAML：请检查是不是选错了文件。"
        return None, file_issue("not_yaml", zh, f"{name} is no text and so no YAML: is it the right file?")
    try:
        wrong = _node_issue(name, yaml.compose(text, Loader=yaml.SafeLoader))
        return (None, wrong) if wrong is not None else (_plain(yaml.safe_load(text)), None)
    except yaml.MarkedYAMLError as error:
        return None, _marked(name, error)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        zh = f"{name} 含有读不了的字符、数值或过深的嵌套：请检查内容。"
        en = f"{name} holds characters, numbers or nesting that cannot be read: look through it."
        return None, file_issue("bad_yaml", zh, en)


def _marked(name: str, error: yaml.MarkedYAMLError) -> Issue:
    mark = error.problem_mark or error.context_mark
    line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
    return file_issue(
        "bad_yaml",
        f"{name} 第 {line} 行第 {column} 列不是合法的 YAML：请从这里往前检查缩进、冒号和引号。",
        f"{name}, line {line}, column {column} is no valid YAML: look at indentation, colons and quotes.",
    )


def _node_issue(name: str, root: yaml.Node | None) -> Issue | None:
    """What YAML allows and we do not: a key twice (the last would win in silence), and references (&, *).

    References can hold a thousand million entries in ten lines, or themselves.
    """
    seen: set[int] = set()
    waiting = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        line = node.start_mark.line + 1
        if id(node) in seen:
            zh = f"{name} 第 {line} 行用了引用（& 和 *）：请把内容照写一遍。"
            en = f"{name}, line {line} is referred to by & and *: write the content out each time."
            return file_issue("yaml_reference", zh, en)
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                waiting += (key, value)
                if isinstance(key, yaml.ScalarNode) and key.value in keys:
                    line, word = key.start_mark.line + 1, shown(key.value)
                    zh = f"{name} 第 {line} 行：同一处写了两次“{word}”，请只留一个。"
                    return file_issue("duplicate_key", zh, f"{name}, line {line}: “{word}” is there twice; keep one.")
                keys.add(key.value if isinstance(key, yaml.ScalarNode) else "")
    return None


def _plain(value: object) -> object:
    """YAML's own types as JSON's: dates as text, keys as text; whatever else there is, as it is shown."""
    if isinstance(value, dict):
        return {_word(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str) else shown(value)


def _word(key: object) -> str:
    return key if isinstance(key, str) else shown(key)
