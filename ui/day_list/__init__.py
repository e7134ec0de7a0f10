"""One day of a class or a teacher as a list to be read on a phone."""
