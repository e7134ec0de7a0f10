"""What the screen 排课 is made of: the work of a search, what is known of it, its sentences, tables and chart."""
