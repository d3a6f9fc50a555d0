"""Functions whose indices are known, and made-up studies of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.studies.designs import Design, Factor
from sim.luck import generator

ISHIGAMI = tuple(Factor((f"x{i}",), low=-np.pi, high=np.pi) for i in (1, 2, 3))
ISHIGAMI_FIRST = (0.313905, 0.442411, 0.0)
ISHIGAMI_TOTAL = (0.557589, 0.442411, 0.243684)
ISHIGAMI_SECOND_13 = 0.243684
ISHIGAMI_VARIANCE = 13.844588
G_LEVELS = (0, 1, 4.5, 9, 99, 99, 99, 99)
G_FACTORS = tuple(Factor((f"g{i}",), low=0.0, high=1.0) for i in range(8))
G_FIRST = (0.716192, 0.179048, 0.023676, 0.007162)


def ishigami(values: pd.DataFrame) -> np.ndarray:
    """Ishigami and Homma's function with a = 7, b = 0.1; theory B19."""
    x1, x2, x3 = (values[name].to_numpy() for name in ("x1", "x2", "x3"))
    return np.sin(x1) + 7 * np.sin(x2) ** 2 + 0.1 * x3**4 * np.sin(x1)


def sobol_g(values: pd.DataFrame) -> np.ndarray:
    """Sobol's G function; theory B19."""
    x = values[[factor.name for factor in G_FACTORS]].to_numpy()
    a = np.array(G_LEVELS)
    return np.prod((np.abs(4 * x - 2) + a) / (1 + a), axis=1)


def study(
    design: Design, answer: np.ndarray, replications: int = 1, noise: float = 0.0, luck: float = 0.0
) -> pd.DataFrame:
    """Rows of a study: the answer, plus luck of each replication alike everywhere, plus noise of each run."""
    source = generator(1, "test/study")
    common = source.normal(0, luck, replications) if luck else np.zeros(replications)
    rows = [
        design.values().assign(
            replication=replication,
            status="done",
            y=answer + common[replication] + (source.normal(0, noise, len(answer)) if noise else 0.0),
        )
        for replication in range(replications)
    ]
    return pd.concat(rows, ignore_index=True)
