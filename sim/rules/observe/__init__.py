"""Rules: what everybody sees and feels before anything is decided."""
