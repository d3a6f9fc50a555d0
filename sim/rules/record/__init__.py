"""Rules: what is written down."""
