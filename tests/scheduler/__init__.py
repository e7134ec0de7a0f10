"""Tests of the solver and of the judge, each file for one of scheduler/."""
