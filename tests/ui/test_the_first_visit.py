"""The whole way of a first-time user in a real browser: from nothing to a solved sample in three clicks."""

from playwright.sync_api import Page, expect

from store import JobState, Store, TimetableState
from tests.ui.server import Server


def test_three_clicks_from_nothing_to_a_solved_sample(server: Server, page: Page) -> None:
    """jisu is proved at 125 (sample_inputs/README.md); the third click would lead on to the timetable."""
    page.goto(server.url)
    page.get_by_text("用这所学校试一试").first.click()
    page.get_by_text("开始排课").click()
    expect(page.locator(".k-headline")).to_be_visible()  # a click that was not yet sent would be lost with its page
    page.reload()  # in the middle of the search, or just after: either way nothing is lost
    expect(page.locator(".k-headline")).to_contain_text("已证最优：偏好代价 125")
    expect(page.locator(".k-costs .sum")).to_contain_text("125")
    expect(page.locator(".k-figures")).to_contain_text("0 违反")
    assert "Traceback" not in server.log
    store = Store.open(str(server.folder / "kehou.db"))
    (school,) = store.schools()
    (timetable,) = store.timetables(school.id)
    assert (timetable.state, timetable.cost, timetable.broken) == (TimetableState.DRAFT, 125, 0)
    assert [job.state for job in store.jobs(school.id)] == [JobState.DONE]
    store.close()


def test_a_search_goes_on_without_its_page_and_is_stopped_from_another_one(server: Server, page: Page) -> None:
    """dongjie takes many seconds to be proved; so there is time to leave, to come back and to stop it."""
    page.goto(server.url)
    page.locator(".st-key-sample-dongjie button").click()
    page.get_by_text("开始排课").click()
    expect(page.get_by_text("可以离开这一页，排课不会停")).to_be_visible()
    page.get_by_role("link", name="规则").click()
    expect(page.locator("h1")).to_have_text(["规则"])
    second = page.context.new_page()
    second.goto(page.url.replace("/rules", "/solve"))
    expect(second.locator(".k-figures")).to_contain_text("违反", timeout=120_000)  # there is a timetable
    if second.get_by_text("停止，保留目前最好").is_visible():  # a fast machine may have proved it by now
        second.get_by_text("停止，保留目前最好").click()
    expect(second.locator(".k-headline")).not_to_contain_text("正在", timeout=120_000)
    store = Store.open(str(server.folder / "kehou.db"))
    (school,) = store.schools()
    (timetable,) = store.timetables(school.id)
    assert timetable.broken == 0
    assert len(store.jobs(school.id)) == 1
    store.close()


def test_english_by_a_switch_and_dark_by_the_system(server: Server, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(server.url)
    page.get_by_role("button", name="English").click()
    expect(page.locator("h1")).to_have_text(["Schools"])
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert ground == "rgb(18, 23, 29)"  # #12171D
    page.wait_for_url("**lang=en**")
    page.reload()
    expect(page.locator("h1")).to_have_text(["Schools"])  # the address remembers
