"""Sets up the app and leads to its screens (ui/); nothing is drawn or decided here.

python3 start.py        or        streamlit run app.py
"""

from collections.abc import Callable

import streamlit as st

from models import Text
from ui import data, handouts, look, phone, rules, schools, shortages, solve, timetable, workload
from ui.desk import desk, write_address
from ui.failure import told
from ui.language import say
from ui.places import PREPARE, TERM, TIMETABLE, Place, remember
from ui.side import side_bar

# In the order of the side bar; a screen stands here once its file does.
SCREENS: tuple[tuple[Place, Callable[[], None]], ...] = (
    (Place("schools", Text("学校", "Schools"), PREPARE), schools.page),
    (Place("data", Text("数据", "Data"), PREPARE), data.page),
    (Place("rules", Text("规则", "Rules"), PREPARE), rules.page),
    (Place("solve", Text("排课", "Solve"), TIMETABLE), solve.page),
    (Place("timetable", Text("课表", "Timetable"), TIMETABLE), timetable.page),
    (Place("shortages", Text("缺口与方案", "Shortages"), TIMETABLE), shortages.page),
    (Place("workload", Text("工作量", "Workload"), TIMETABLE), workload.page),
    (Place("handouts", Text("发放", "Handouts"), TERM), handouts.page),
)


def main() -> None:
    """One run of the script: set up, side bar, and the screen that is open."""
    st.set_page_config(page_title="课后 Kehou", page_icon=look.ICON, layout="wide")
    look.apply()
    pages = {
        place.key: st.Page(draw, title=say(place.title), url_path=place.key, default=number == 0)
        for number, (place, draw) in enumerate(SCREENS)
    }
    remember(pages)
    aside = st.Page(phone.page, title=say(Text("手机页", "Phone")), url_path="phone")  # no side bar leads there
    page = st.navigation([*pages.values(), aside], position="hidden")
    with told():
        side_bar(desk(), [place for place, _ in SCREENS], pages, page)
        page.run()
    write_address()


main()
