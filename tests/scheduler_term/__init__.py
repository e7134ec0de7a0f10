"""Tests of the term on its dates."""
