"""The parts of ``benchmarks/ensemble.py``: each measures one ratio within one run."""
