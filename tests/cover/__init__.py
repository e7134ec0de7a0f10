"""Changes during the term: substitutes, rooms, notices."""
