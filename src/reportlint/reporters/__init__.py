"""Reporters: one module for each way to show what was found."""
