"""Is the model sane before anybody fits it? What every component can do, what the main case gives, what signs hang on.

``python -m analysis.first_look`` makes ``docs/first-look.md`` and the tables of free parameters in ``docs/odd.md``.
"""
