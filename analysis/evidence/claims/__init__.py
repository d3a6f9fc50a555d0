"""The article's claims as data, and whether each mechanism among them does enough to an outcome to count as working.

``claims.yaml`` is the table; ``measured.csv`` is what ``python -m analysis.evidence effects`` found.
"""
