"""Publishing within the term: from which day, what has to be arranged anew, who is told what; a month by hand."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from exchange.dated import institutions
from exchange.dated.attendance import attendance_sheets
from exchange.dated.hours import hours
from exchange.dated.services import Work
from models import Absence, Cancelled, EventDay, Role, Substitution, Text
from scheduler.term import dated
from store import SavedTimetable, Store
from tests.cover.terms import ill, log_of, ref_at
from tests.ui.handing.test_editions import NOTE, opened
from tests.ui.handing.test_turns import DAY, FIRST, OCTOBER, OLD, SCHOOL, SECOND, WHEN, both, draft
from tests.ui.looking import sound, words
from ui.handing.dates import term_head
from ui.view import publishing
from ui.view.publishing import publish


@pytest.fixture
def school(store: Store) -> Any:
    return store.add_school("甲", "乙", document="{}", problem=SCHOOL, who="沈", note=NOTE).id


def test_publishing_asks_from_which_day_only_where_something_is_in_force(
    store: Store, school: Any, data_folder: object  # noqa: ARG001  the app reads it from the environment
) -> None:  # fmt: skip
    def screen() -> None:
        from ui import timetable as page

        page.page()

    first = draft(store, school, FIRST)
    app = AppTest.from_function(screen, default_timeout=60)
    app.query_params["timetable"] = first.id
    assert not sound(app.run()).date_input
    store.publish(first.id, who="沈", note=Text("测", "t"))
    second = draft(store, school, SECOND)
    app = AppTest.from_function(screen, default_timeout=60)
    app.query_params["timetable"] = second.id
    sound(app.run())
    (asked,) = app.date_input
    assert "这天以前的课时" in words(app)
    asked.set_value(DAY)
    for doubt in app.checkbox:
        doubt.check()
    sound(app.run())
    app.button(key="timetable-publish").click()
    sound(app.run())
    turns = store.turns(school)
    assert [(t.saved.id, t.first_day) for t in turns] == [(first.id, None), (second.id, DAY)]


def noted(store: Store, school: Any) -> tuple[SavedTimetable, SavedTimetable]:
    """The first in force, with 吴主任 for its teacher on the 12th and 26th, and no session on the 27th; and a draft."""
    first, second = draft(store, school, FIRST), draft(store, school, SECOND)
    publish(opened(store, school, first), NOTE, None)
    term = dated(SCHOOL, FIRST)
    days = (date(2026, 10, 12), date(2026, 10, 26))
    gone = ref_at(term, date(2026, 10, 27), school_class="一1", period=1)
    instead = [
        Substitution(id=str(n), who="沈", when=WHEN, day=day, session=ref_at(term, day, school_class="一1", period=1),
                     role=Role.TUTOR, person=OLD, by="吴主任", because="1")
        for n, day in enumerate(days, start=2)
    ]  # fmt: skip
    dropped = Cancelled(id="4", who="沈", when=WHEN, day=date(2026, 10, 27), session=gone)
    log = log_of(term, ill(OLD, days[0], days[1], when=WHEN), *instead, dropped)
    store.save_term_log(first.id, log, who="沈", after=0)
    return store.timetable(first.id), store.timetable(second.id)


def test_what_has_to_be_arranged_anew_is_said_before_publishing(store: Store, school: Any) -> None:
    """Of three measures that of the 12th is done; those of the 26th and 27th were made for the old sessions."""
    first, second = noted(store, school)
    kept = store.term_log(first.id)
    assert kept is not None
    assert [c.id for c in kept.log.left_behind(DAY)] == ["3", "4"]
    assert [c.id for c in kept.log.left_behind(None)] == ["2", "3", "4"]
    app = timetable_screen(second)
    app.date_input[0].set_value(DAY)
    seen = words(sound(app.run()))
    assert "已记的 2 项代课、调课、换场地是按原来的课表排的" in seen
    assert "10月26日（周一）" in seen


def test_a_timetable_that_comes_back_learns_what_was_noted_meanwhile_once(store: Store, school: Any) -> None:
    first, second = noted(store, school)
    publish(opened(store, school, second), NOTE, DAY)
    new = store.term_log(second.id)
    assert new is not None
    assert [c.kind for c in new.log.changes] == ["absence"]
    late = ill("王2", date(2026, 11, 2), when=WHEN, id="9")
    store.save_term_log(second.id, new.log.with_changes(late), who="沈", after=new.number)
    publish(opened(store, school, first), NOTE, date(2026, 11, 2))
    back = store.term_log(first.id)
    assert back is not None
    absences = [(c.id, c.person) for c in back.log.changes if isinstance(c, Absence)]
    assert absences == [("1", OLD), ("5", "王2")]


def test_everybody_is_told_from_which_day_on(store: Store, school: Any) -> None:
    shown = both(store, school)

    def screen() -> None:
        from ui import handouts as page

        page.page()

    app = AppTest.from_function(screen, default_timeout=60)
    app.query_params["timetable"] = shown.id
    sound(app.run())
    told = "\n".join(code.value for code in app.code)
    assert "冯老师：从10月19日（周一）起，周一第1节：新增辅导一(1)语文（教室1）。" in told
    seen = words(app)
    assert "从 2026-10-19 起执行" in seen
    first = next(turn.saved for turn in store.turns(school) if turn.first_day is None)
    app = AppTest.from_function(screen, default_timeout=60)
    app.query_params["timetable"] = first.id
    assert "换课表通知" not in words(sound(app.run()))


def test_substitutes_say_where_the_other_dates_are(store: Store, school: Any) -> None:
    shown = both(store, school)

    def screen() -> None:
        from ui import cover as page

        page.page()

    app = AppTest.from_function(screen, default_timeout=60)
    app.query_params["timetable"] = shown.id
    assert "2026-09-28 – 10-16 执行的是“已存档 1”" in words(sound(app.run()))
    assert app.date_input(key="cover-first").min == DAY


def timetable_screen(shown: SavedTimetable) -> AppTest:
    def screen() -> None:
        from ui import timetable as page

        page.page()

    app = AppTest.from_function(screen, default_timeout=60)
    app.query_params["timetable"] = shown.id
    return sound(app.run())


def test_the_usual_first_day_is_the_next_one_with_service(
    store: Store, school: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Friday 9 October that is Saturday the 10th, a make-up day; on Wednesday 30 September it is the 8th."""
    first, second = draft(store, school, FIRST), draft(store, school, SECOND)
    store.publish(first.id, who="沈", note=NOTE)
    for today, usual in ((date(2026, 10, 9), date(2026, 10, 10)), (date(2026, 9, 30), date(2026, 10, 8))):
        monkeypatch.setattr(publishing, "date", _on(today))
        assert timetable_screen(second).date_input[0].value == usual


def _on(day: date) -> type[date]:
    class Then(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return day

    return Then


def test_a_month_with_a_switch_in_the_middle_is_right_to_the_session(store: Store, school: Any) -> None:
    """The first timetable until 18 October; from the 19th on the second, in which 冯老师 has 一1 on Monday, period 1.

    No service on Monday the 12th; 冯老师 is ill on Monday the 26th, when 吴主任 tutors 一1 and nobody accompanies 足球;
    the homework of 一1 on Wednesday the 28th is dropped. By hand, of October:

    - 王1, homework and own class: Monday 12, Wednesdays 10 (a Saturday), 14, 21, 28, Fridays 9, 16, 23 are 8 planned
      (on the 30th its grade has no second period); the 12th and the 28th are not held: 6.
    - 冯老师: Mondays 19 and 26 planned, the 19th held. Is with 足球 on Mondays 12, 19, 26, Wednesdays 10, 14, 21, 28: 7
      planned, without the 12th and 26th 5 held.
    - 吴主任: nothing planned, one held, as a substitute.
    - 孙教练: 足球 on these 7 dates and 篮球 in two periods of Thursdays 8, 15, 22, 29: 15 planned, without the 12th 14.
    """
    first, second = draft(store, school, FIRST), draft(store, school, SECOND)
    publish(opened(store, school, first), NOTE, None)
    off = EventDay(id="1", who="沈", when=WHEN, why="运动会", first=date(2026, 10, 12), last=date(2026, 10, 12))
    store.save_term_log(first.id, log_of(dated(SCHOOL, FIRST), off), who="沈", after=0)
    publish(opened(store, school, second), NOTE, DAY)
    term, monday, wednesday = dated(SCHOOL, SECOND), date(2026, 10, 26), date(2026, 10, 28)
    ref = ref_at(term, monday, school_class="一1", period=1)
    instead = Substitution(
        id="2", who="沈", when=WHEN, day=monday, session=ref, role=Role.TUTOR, person="冯老师", by="吴主任", because="1"
    )
    dropped = Cancelled(
        id="3", who="沈", when=WHEN, day=wednesday, session=ref_at(term, wednesday, school_class="一1", period=1)
    )
    store.save_term_log(second.id, log_of(term, ill("冯老师", monday, when=WHEN), instead, dropped), who="沈", after=0)
    head = term_head(opened(store, school, store.timetable(second.id)))
    assert head is not None
    plain = {r.person: (r.planned, r.total(Work.PLAIN), r.substituted) for r in hours(head, OCTOBER, Work.PLAIN)}
    clubs = {r.person: (r.planned, r.total(Work.CLUB), r.substituted) for r in hours(head, OCTOBER, Work.CLUB)}
    assert (plain["王1"], plain["冯老师"], plain["吴主任"]) == ((8, 6, 0), (2, 1, 0), (0, 1, 1))
    assert clubs["冯老师"] == (7, 5, 0)
    ((settled,),) = (one.people for one in institutions(head, OCTOBER))
    assert (len(settled.held), len(settled.missed), settled.amount) == (14, 1, 14 * 150)
    (football,) = (form for form in attendance_sheets(head, OCTOBER) if str(form["title"]).startswith("足球"))
    tables: Any = football["tables"]
    dates = [date.partition("\n")[0] for date in tables[0]["heads"][0][3:]]
    assert dates == ["10.10", "10.14", "10.19", "10.21", "10.26", "10.28"]
