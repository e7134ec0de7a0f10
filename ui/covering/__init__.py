"""The parts of 调代课: what is entered, gaps and who closes them, the log, notices, and one date as it is."""
