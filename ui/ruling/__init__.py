"""What the screen 规则 is made of: the school's choices, what they cost, and the table in which they are changed."""
