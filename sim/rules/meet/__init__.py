"""Rules: how talks, calls and summits are arranged and held."""
