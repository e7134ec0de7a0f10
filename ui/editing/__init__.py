"""The tables of the school's document on the screen 数据: what they show, and what an entry in them means."""
