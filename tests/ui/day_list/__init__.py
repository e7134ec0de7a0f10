"""Tests of ui/day_list."""
