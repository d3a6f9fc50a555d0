"""One run decision by decision, in plain Python: needs neither Mesa nor numba."""
