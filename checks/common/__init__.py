"""Checks that hold for every kind of report."""
