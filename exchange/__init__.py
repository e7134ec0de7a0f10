"""Files in and out: the school's workbook, problems and timetables as JSON, and what is handed out."""
