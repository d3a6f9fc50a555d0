"""The state of a confrontation: what every entity holds, and how a scenario opens it."""
