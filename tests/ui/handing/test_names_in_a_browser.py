"""A list of names on 发放 in a real browser: sent, printed, in neither store nor log, and gone with the window."""

from pathlib import Path

from playwright.sync_api import Page, expect

from models import Text
from scheduler.audit import audit
from store import Store
from tests.exchange_pupils.lists import PROBLEM, csv_file, name, whole_list
from tests.timetables import tiny_timetable
from tests.ui.browsing import by_key, downloaded, go_to, settled
from tests.ui.server import Server


def test_a_list_is_printed_and_gone_with_the_window(server: Server, page: Page, tmp_path: Path) -> None:
    store = Store.open(str(server.folder / "kehou.db"))
    table = tiny_timetable(PROBLEM)
    school = store.add_school("甲", "乙", document="", problem=PROBLEM, who="沈", note=Text("测", "t"))
    verdict = audit(PROBLEM, table)
    store.save_timetable(school.id, table, version=1, who="沈", note=Text("测", "t"), verdict=verdict)
    page.goto(server.url)
    go_to(page, "发放")
    plain = downloaded(page, by_key(page, "handouts-classes"), tmp_path).read_bytes()
    page.get_by_text("去向单和考勤表印学生姓名").click()
    expect(page.get_by_text("只在这次打开期间放在内存里用，不写进硬盘")).to_be_visible()
    blank = downloaded(page, by_key(page, "pupils-blank"), tmp_path)
    assert (blank.name, blank.read_bytes()[:2]) == ("报名名单.xlsx", b"PK")
    chosen = page.locator(".st-key-pupils-list input[type=file]")
    chosen.set_input_files(csv_file(tmp_path, whole_list(), "gb18030"))
    expect(page.get_by_text("读到 4 个班 80 名学生")).to_be_visible()
    settled(page)
    named = downloaded(page, by_key(page, "handouts-classes"), tmp_path).read_bytes()
    assert named != plain
    marks = [name("二2", 3).encode(code) for code in ("utf-8", "gb18030", "utf-16-le")]
    kept = [path for path in server.folder.rglob("*") if path.is_file()]
    assert {"kehou.db", "server.log"} <= {path.name for path in kept}
    assert not any(mark in path.read_bytes() for path in kept for mark in marks)
    page.reload()
    go_to(page, "发放")
    assert downloaded(page, by_key(page, "handouts-classes"), tmp_path).read_bytes() == plain
    store.close()
