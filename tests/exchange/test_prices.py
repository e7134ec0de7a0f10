"""The price list of repairs: any part of it, in YAML or JSON, and what is wrong with it."""

from pathlib import Path

import pytest

from exchange.prices import read_prices
from models import RepairPrices


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / "prices.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_what_is_left_out_stays(tmp_path: Path) -> None:
    prices, issues = read_prices(written(tmp_path, "more_sessions: 9\nteacher: null  # 不考虑\n"))
    assert issues == []
    assert prices == RepairPrices(more_sessions=9, teacher=None)
    assert read_prices(written(tmp_path, "# 全部照旧")) == (RepairPrices(), [])
    assert read_prices(written(tmp_path, '{"papers": 1}'))[0] == RepairPrices(papers=1)
    assert read_prices(written(tmp_path, "# 停一个社团\nfewer_meetings: 40".encode("gb18030")))[0] is not None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("more_session: 2", "是否指 more_sessions"),
        ("teacher: -1", "teacher"),
        ("teacher: 很多", "teacher"),
        ("- 1\n- 2", "不是价目表"),
        ("a: [1", "第 1 行第 6 列不是合法的 YAML"),
        ("teacher: 1\nteacher: 2", "同一处写了两次“teacher”"),
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "不是文本"),
    ],
)
def test_nonsense(tmp_path: Path, content: str | bytes, said: str) -> None:
    prices, issues = read_prices(written(tmp_path, content))
    assert prices is None
    assert any(said in issue.text.zh for issue in issues)
    assert all(issue.text.en for issue in issues)


def test_no_file(tmp_path: Path) -> None:
    assert read_prices(tmp_path / "none.yaml")[1][0].code == "no_such_file"
