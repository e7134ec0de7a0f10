"""Tests of the sample schools."""
