"""A list of names on 发放: read, complained of with its cells, printed, and found nowhere afterwards."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from exchange.handouts import Head
from models import Text
from scheduler.audit import audit
from store import Store
from tests.exchange_pupils.lists import PROBLEM, name, whole_list
from tests.timetables import tiny_timetable
from tests.ui.looking import sound, words

TABLE = tiny_timetable(PROBLEM)


def _screen() -> None:
    from ui import handouts as screen

    screen.page()


@pytest.fixture
def screen(data_folder: Path, store: Store) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    school = store.add_school("甲", "乙", document="", problem=PROBLEM, who="沈", note=Text("测", "t"))
    verdict = audit(PROBLEM, TABLE)
    store.save_timetable(school.id, TABLE, version=1, who="沈", note=Text("测", "t"), verdict=verdict)
    return AppTest.from_function(_screen, default_timeout=60)


def sent(screen: AppTest, rows: list[tuple[str, ...]]) -> AppTest:
    """The screen after this list was uploaded as Excel saves it in China."""
    content = "\r\n".join(",".join(row) for row in rows).encode("gb18030")
    screen.file_uploader(key="pupils-list").set_value(("名单.csv", content, "text/csv"))
    return sound(screen.run())


def _no_disk(*_: object, **__: object) -> None:
    raise AssertionError("the list is read from memory")


def _heads(monkeypatch: pytest.MonkeyPatch) -> list[Head]:
    """Gathers the heads of all files that are offered."""
    made: list[Head] = []

    class Watched(Head):
        def __init__(self, *args: Any, **fields: Any) -> None:
            super().__init__(*args, **fields)
            made.append(self)

    for place in ("files", "dates"):
        monkeypatch.setattr(f"ui.handing.{place}.Head", Watched)
    return made


def test_names_reach_the_files_and_not_the_store(
    screen: AppTest, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = _heads(monkeypatch)
    assert "不存进数据" in words(sound(screen.run()))
    monkeypatch.setattr("tempfile.mkdtemp", _no_disk)
    monkeypatch.setattr("tempfile.mkstemp", _no_disk)
    assert "读到 4 个班 80 名学生" in words(sent(screen, whole_list()))
    assert heads[-1].names is not None
    assert heads[-1].names.of_class["二2"][0] == name("二2", 0)
    marks = [name("二2", 0).encode(code) for code in ("utf-8", "gb18030", "utf-16-le")]
    kept = [path for path in data_folder.rglob("*") if path.is_file()]
    assert kept
    assert not any(mark in path.read_bytes() for path in kept for mark in marks)
    assert "pupils-read" in screen.session_state  # of this session, and nobody else's
    screen.file_uploader(key="pupils-list").set_value(None)
    sound(screen.run())
    assert "pupils-read" not in screen.session_state
    assert heads[-1].names is None


def test_a_list_with_mistakes_is_not_printed(screen: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    heads = _heads(monkeypatch)
    sound(screen.run())
    said = words(sent(screen, [*whole_list()[:3], ("9", "九9", "某某", "合昌", "", "")]))
    assert "名单有 2 处要改，改好再上传；现在仍按人数印。" in said
    assert "没有叫“合昌”的社团，是不是“合唱”？" in said
    assert "名单里没有一2" in said  # the warnings as well, all at once
    assert heads[-1].names is None


def test_a_reader_is_not_asked_for_names(screen: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("ui.handouts.names_box", lambda shown: asked.append(shown))
    sound(screen.run())
    assert len(asked) == 1
    monkeypatch.setattr("ui.desk.Desk.edits", property(lambda _: False), raising=False)
    sound(screen.run())
    assert len(asked) == 1
