"""The confrontations that come with climbdown, as files anybody can read and change."""
