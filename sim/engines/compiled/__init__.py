"""The compiled engine: for counting."""
