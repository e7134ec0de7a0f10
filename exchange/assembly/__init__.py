"""From parsed rows to the problem's JSON, with the source of every value."""
