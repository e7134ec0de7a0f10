"""Sets up the app and leads to its screens (ui/); nothing is drawn or decided here.

python3 start.py        or        streamlit run app.py
"""

from collections.abc import Callable

import streamlit as st

from models import Text
from ui import cover, data, handouts, look, phone, rules, schools, shortages, solve, term, timetable, workload
from ui.desk import at_the_desk, desk, open_store, write_address
from ui.failure import told
from ui.language import say
from ui.places import PREPARE, TERM, TIMETABLE, Place, go, remember
from ui.side import side_bar
from ui.signing.door import door, refused
from ui.signing.visitor import visitor_of

# In the order of the side bar; a screen stands here once its file does.
SCREENS: tuple[tuple[Place, Callable[[], None]], ...] = (
    (Place("schools", Text("学校", "Schools"), PREPARE), schools.page),
    (Place("data", Text("数据", "Data"), PREPARE), data.page),
    (Place("rules", Text("规则", "Rules"), PREPARE), rules.page),
    (Place("solve", Text("排课", "Solve"), TIMETABLE), solve.page),
    (Place("timetable", Text("课表", "Timetable"), TIMETABLE), timetable.page),
    (Place("shortages", Text("缺口与方案", "Shortages"), TIMETABLE), shortages.page),
    (Place("workload", Text("工作量", "Workload"), TIMETABLE), workload.page),
    (Place("term", Text("学期", "Term"), TERM), term.page),
    (Place("cover", Text("调代课", "Substitutes"), TERM), cover.page),
    (Place("handouts", Text("发放", "Handouts"), TERM), handouts.page),
)


def main() -> None:
    """One run of the script: set up, the door, side bar, and the screen that is open, if it is for this visitor."""
    st.set_page_config(page_title="课后 Kehou", page_icon=look.ICON, layout="wide")
    look.apply()
    pages = {
        place.key: st.Page(draw, title=say(place.title), url_path=place.key, default=number == 0)
        for number, (place, draw) in enumerate(SCREENS)
    }
    aside = st.Page(phone.page, title=say(Text("手机页", "Phone")), url_path="phone")  # no side bar leads there
    page = st.navigation([*pages.values(), aside], position="hidden")
    remember({})
    with told():
        visitor = visitor_of(open_store())
        if visitor is None:
            door(open_store())
            return
        mine = [place for place, _ in SCREENS if visitor.may_open(place.key)]
        remember({place.key: pages[place.key] for place in mine})
        key = next((key for key, each in pages.items() if each == page), aside.url_path)
        if key == SCREENS[0][0].key and not visitor.may_open(key):
            go(mine[0].key)  # the first page is where everybody arrives
        with at_the_desk(visitor):
            side_bar(desk(), mine, pages, page)
            (page.run if visitor.may_open(key) else refused)()
    write_address()


main()
