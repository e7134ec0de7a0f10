"""What can be drawn and decided without a browser session does not even load Streamlit."""

import subprocess
import sys
from pathlib import Path

import pytest

import start

PLAIN = [
    "ui.week.school_grid", "ui.week.week_grid", "ui.week.legend", "ui.view.choice", "ui.view.picture",
    "ui.session.facts", "ui.session.proposal", "ui.load.figures", "ui.load.picture", "ui.load.reasons",
    "ui.day_list.items", "ui.term_dates.calendar", "ui.term_dates.count_tables",
]  # fmt: skip


@pytest.mark.parametrize("module", PLAIN)
def test_it_stays_out(module: str) -> None:
    code = f"import sys, {module}; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(start.__file__).parent, check=False).returncode == 0
