"""Tests of the benchmark schools, the methods and the table; small schools and short limits only."""
