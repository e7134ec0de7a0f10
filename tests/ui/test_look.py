"""The colours: readable in both themes, and the same in Streamlit's own parts as in ours."""

import re
import tomllib

import pytest

from tests.ui.server import ROOT
from ui.look import TOKENS, style_sheet

# What stands on what; 4.5:1 is what body text needs (WCAG 2.2, level AA).
PAIRS = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in ("bg", "bg-2", "card")),
    *((ink, "bg") for ink in ("accent", "ok", "warn", "err", "chg")),
    ("accent", "accent-soft"), ("ink", "accent-soft"), ("ink-2", "accent-soft"), ("accent-ink", "accent"),
    ("ok", "ok-bg"), ("warn", "warn-bg"), ("err", "err-bg"),
    ("hw-ink", "hw-bg"), ("club-ink", "club-bg"), ("large-ink", "large-bg"), ("act-ink", "act-bg"),
]  # fmt: skip


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS, ids=["-on-".join(pair) for pair in PAIRS])
def test_words_can_be_read(ink: str, ground: str, theme: int) -> None:
    one, other = _luminance(TOKENS[ink][theme]), _luminance(TOKENS[ground][theme])
    assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5


def test_the_style_sheet_uses_no_colour_that_is_no_token() -> None:
    names = set(re.findall(r"var\(--([a-z0-9-]+)\)", style_sheet()))
    assert {name for name in names if not name.startswith("word-")} <= set(TOKENS)
    rules = (ROOT / "ui" / "look.css").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", rules)


def test_streamlits_own_parts_have_the_same_colours() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    same = {
        "primaryColor": "accent",
        "backgroundColor": "bg",
        "secondaryBackgroundColor": "bg-2",
        "textColor": "ink",
        "linkColor": "accent",
        "borderColor": "line",
    }
    for number, name in enumerate(("light", "dark")):
        assert {option: theme[name][option] for option in same} == {o: TOKENS[t][number] for o, t in same.items()}


def test_the_app_is_served_to_this_machine_only_and_tells_nobody() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
