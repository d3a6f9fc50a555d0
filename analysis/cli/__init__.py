"""The command line: one module per verb, each loaded only when it is asked for."""
