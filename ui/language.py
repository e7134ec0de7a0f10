"""In which language this session is shown: Chinese, or English by the switch in the side bar."""

import streamlit as st

from models import Language, Text

_KEY = "language"
_ADDRESS = "lang"  # in the page's address, so that a reload and a second tab speak the same


def language() -> Language:
    """The language of this session."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = "en" if st.query_params.get(_ADDRESS) == "en" else "zh"
    return "en" if st.session_state[_KEY] == "en" else "zh"


def say(text: Text) -> str:
    """The sentence in the language of this session."""
    return text.in_language(language())


def speak(chosen: Language) -> None:
    """Show everything in this language from the next run on."""
    st.session_state[_KEY] = chosen


def address_words() -> dict[str, str]:
    """What the page's address must hold to remember the language; nothing for the default."""
    return {_ADDRESS: "en"} if language() == "en" else {}
