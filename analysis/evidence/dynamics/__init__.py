"""Does the model's world behave as the standoff demands? Rows D1 to D19, measured case by case; see docs/dynamics.md."""
