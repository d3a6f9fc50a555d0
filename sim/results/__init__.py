"""What a run leaves behind: four tables, the scenario that made them, and how to keep and check them."""
