"""A scenario, asked and answered: what changes, why it is impossible, what would help, whom it touches."""
