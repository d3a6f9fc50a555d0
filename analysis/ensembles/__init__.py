"""Many runs of one scenario, or of two under the same luck: counted as they come, summed up, shown and told."""
