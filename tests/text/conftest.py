"""The bundled metrics, read once, and a typesetter of bokmål."""

import pytest

from cjmapper.text.metrics import Metrics, load_metrics
from cjmapper.text.wrap import Typesetter


@pytest.fixture(scope="session")
def metrics() -> Metrics:
    return load_metrics()


@pytest.fixture
def typesetter(metrics: Metrics) -> Typesetter:
    return Typesetter(metrics, "nb")
