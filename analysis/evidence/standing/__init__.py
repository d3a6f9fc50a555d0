"""Shipped cases beside the world: how many of their runs stand at the end where the world stood."""
