"""What of a timetable is looked at, and how it gets on the page: the choice, the grid that can be clicked, printing."""
