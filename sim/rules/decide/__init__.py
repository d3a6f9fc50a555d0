"""Rules: how a leader weighs, chooses and acts."""
