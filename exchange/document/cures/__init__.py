"""Where an issue has an obvious cure, the cure as a fix: one file for each kind of thing that is wrong."""

from exchange.document.cures.finder import fixes_for

__all__ = ["fixes_for"]
