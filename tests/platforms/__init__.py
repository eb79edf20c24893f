"""Behaving fakes of the chat platforms: they enforce the real one's rules and fail when told."""
