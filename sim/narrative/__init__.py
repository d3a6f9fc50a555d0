"""A run in words: what happened, why by the leader's own reckoning, a small picture, a page."""
