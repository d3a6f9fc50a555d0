"""How a colour is seen: its contrast, its lightness in grey, how far it is from another, and without green cones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.9505, 1.0, 1.089])
_DEUTERANOPIA = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
)
"""Machado, Oliveira and Fernandes (2009), severity 1, on linear light."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted(_luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    """Lightness in grey, 0 to 100 (L* of CIELAB)."""
    return float(_lab(_light(colour))[0])


def distance(one: str, other: str) -> float:
    """How different two colours look (Euclidean distance in CIELAB; about 2 is just seen)."""
    return float(np.linalg.norm(_lab(_light(one)) - _lab(_light(other))))


def without_green(colour: str) -> str:
    """The colour as somebody with deuteranopia sees it."""
    light = np.clip(_DEUTERANOPIA @ _light(colour), 0, 1)
    shown = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(float(value) * 255):02X}" for value in shown)


def _light(colour: str) -> NDArray[np.float64]:
    value = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def _luminance(colour: str) -> float:
    return float(_TO_XYZ[1] @ _light(colour))


def _lab(light: NDArray[np.float64]) -> NDArray[np.float64]:
    x, y, z = np.cbrt(_TO_XYZ @ light / _WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
