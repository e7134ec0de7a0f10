"""From a problem to the sheets of a workbook, and their look."""
