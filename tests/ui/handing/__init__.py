"""Tests of the parts of 发放."""
