"""What happens: plain scalar functions, one file per mechanism, read by both engines."""
