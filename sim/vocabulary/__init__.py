"""What things are called: every action, event, component, outcome and level, and what each random number is for."""
