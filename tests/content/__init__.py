"""Checks of the texts people read."""
