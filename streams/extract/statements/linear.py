"""Linear models over named features, read from `weights.npz`: a look-up and a sum."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

WEIGHTS = Path(__file__).with_name("weights.npz")

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of each feature for each class; `idf` where features are weighed and normalised."""

    classes: tuple[str, ...]
    index: dict[str, int]
    weights: Floats
    bias: Floats
    idf: Floats | None = None

    def scores(self, features: Iterable[str]) -> Floats:
        """Return the log-odds of each class; features the model has never seen weigh nothing."""
        known = sorted({i for f in features if (i := self.index.get(f)) is not None})
        if not known:
            return self.bias
        rows = self.weights[known]
        if self.idf is None:
            return cast("Floats", self.bias + rows.sum(axis=0))
        weighed = self.idf[known]
        return cast("Floats", self.bias + (weighed / np.linalg.norm(weighed)) @ rows)


@cache
def models() -> dict[str, Linear]:
    """Return the models by name: word, sentence, stack.*, issue, status.*."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    names = dict.fromkeys(key.split("/")[0] for key in arrays)
    return {name: _read(name, arrays) for name in names}


def _read(name: str, arrays: dict[str, NDArray[np.generic]]) -> Linear:
    features = bytes(arrays[f"{name}/features"].tobytes()).decode().split("\n")
    idf = arrays.get(f"{name}/idf")
    return Linear(
        classes=tuple(bytes(arrays[f"{name}/classes"].tobytes()).decode().split("\n")),
        index={feature: i for i, feature in enumerate(features)},
        weights=arrays[f"{name}/weights"].astype(np.float32),
        bias=arrays[f"{name}/bias"].astype(np.float32),
        idf=None if idf is None else idf.astype(np.float32),
    )


def stored(name: str, linear: Linear) -> dict[str, NDArray[np.generic]]:
    """Return a model as the arrays that `models` reads; half precision, half the size."""
    arrays: dict[str, NDArray[np.generic]] = {
        f"{name}/features": np.frombuffer("\n".join(linear.index).encode(), dtype=np.uint8),
        f"{name}/classes": np.frombuffer("\n".join(linear.classes).encode(), dtype=np.uint8),
        f"{name}/weights": linear.weights.astype(np.float16),
        f"{name}/bias": linear.bias,
    }
    if linear.idf is not None:
        arrays[f"{name}/idf"] = linear.idf.astype(np.float16)
    return arrays
