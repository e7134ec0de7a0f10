"""start.py and start.bat must be readable by the old systems that they turn away or serve."""

import ast
from pathlib import Path

import start


def test_the_file_parses_on_python_3_6() -> None:
    source = Path(start.__file__).read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    # Syntax that the check above lets pass and that Python 3.6 refuses when it runs the file.
    assert "from __future__ import annotations" not in source
    annotations = [
        annotation
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for annotation in (function.returns, *(argument.annotation for argument in function.args.args))
        if annotation is not None
    ]
    assert annotations
    for annotation in annotations:
        words = ast.unparse(annotation)
        assert "|" not in words
        assert not words.startswith(("list[", "dict[", "tuple["))


def test_the_windows_file_has_windows_line_ends() -> None:
    content = (Path(start.__file__).parent / "start.bat").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 10
