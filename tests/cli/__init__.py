"""Tests of `kehou` on the command line."""
