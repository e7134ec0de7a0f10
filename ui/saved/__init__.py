"""What the screen 学校 is made of: the list of schools, ways to begin, an uploaded workbook, backup and restore."""
