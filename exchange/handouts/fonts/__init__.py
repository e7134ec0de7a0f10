"""The Chinese font that is shipped, a part of Noto Sans CJK SC under a name of its own (licence: OFL.txt)."""

from pathlib import Path

FAMILY = "Kehou Sans SC"
"""Its family name. Not that of the original, so that nobody takes the part for the whole."""
FOLDER = Path(__file__).parent
"""Where its files are: regular and bold."""
