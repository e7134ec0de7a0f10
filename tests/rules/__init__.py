"""One file per rule: timetables broken by hand, and why the number that the rule counts is right."""
