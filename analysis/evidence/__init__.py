"""Is the model sane before anybody fits it? What every component can do, what the main case gives, what signs hang on.

``python -m analysis.evidence`` makes ``docs/prior-predictive.md`` and the tables of free parameters in ``docs/odd.md``.
"""
