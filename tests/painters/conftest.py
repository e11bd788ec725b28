"""What the tests of painters share: an application without a window, the sample as a PDF."""

from io import BytesIO

import pytest
from PySide6.QtCore import QCoreApplication

from cjmapper.painters.pdf import PdfFacts, write_pdf
from cjmapper.painters.qt_bands import offscreen_application
from tests.support.drawings import sample
from tests.support.paged import paged


@pytest.fixture
def application(qapp: QCoreApplication) -> QCoreApplication:
    """The application of the test run, as the painters find it."""
    assert offscreen_application() is qapp
    return qapp


@pytest.fixture(scope="session")
def sample_pdf() -> bytes:
    """The sample drawing as a PDF of one page."""
    made = BytesIO()
    write_pdf(paged(sample()), made, PdfFacts("Demo «plakat»", "nb", invariant=True))
    return made.getvalue()
