"""Who decides: the model's own choice, a script, a human at a terminal, or any function."""
