"""Whether the model's world behaves as the standoff demands: rows D1 to D19, case by case (docs/dynamics.md)."""
