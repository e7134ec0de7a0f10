"""The app as it is opened to the network (`kehou serve --network`): app.py, and what Streamlit itself has not.

That is the address where a browser is given its cookie, and a sentence where the school's own login cannot be reached.

python3 start.py --network        or        streamlit run network.py
"""

import streamlit as st
from starlette.middleware import Middleware

from ui.signing.handing_over import ROUTES
from ui.signing.not_reached import SayNotReached

app = st.App("app.py", routes=ROUTES, middleware=[Middleware(SayNotReached)])
