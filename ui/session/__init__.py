"""The panel of a session that was clicked: what it is, why, what else could be, locking it, changing it by hand."""
