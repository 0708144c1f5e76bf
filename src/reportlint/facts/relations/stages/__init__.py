"""Stages of one matter: what came in, what was dealt with, what came of it."""
