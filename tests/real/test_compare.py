"""The comparison where the real school's file is not there."""

from pathlib import Path

import pytest

from tests.real import compare


def test_without_the_file_it_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KEHOU_REAL", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["compare"])
    assert compare.main() == 2
    assert str(tmp_path / "cn21.json") in capsys.readouterr().err
