"""What is kept between two visits: schools, versions of their data, scenarios, timetables and jobs."""
