"""Rules: how the other side, the publics and the memories take it."""
