"""Three ways to run one set of rules: plain Python, Mesa's agents around it, compiled code for many runs."""
