"""A whole programme played in seconds with invented people, to be read before anybody is invited.

The desk, the scheduler and the outbox are the real ones; only the clock and the people are not.
"""
