"""What stands on the screen 学期: the calendar of the term as a picture, and what is counted, as tables."""
