"""The app as it is opened to the network (`kehou serve --network`): app.py, and where a browser is given its cookie.

python3 start.py --network        or        streamlit run network.py
"""

import streamlit as st

from ui.signing.handing_over import ROUTES

app = st.App("app.py", routes=ROUTES)
