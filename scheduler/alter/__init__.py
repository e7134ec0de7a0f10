"""Single sessions of a timetable that exists: why they are so, what could be instead, and changes made by hand."""
