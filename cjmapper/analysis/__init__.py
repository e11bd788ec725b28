"""What a map tells when one counts: pure functions from document to figures, no sentences."""

from cjmapper.analysis.figures import figures_of
from cjmapper.analysis.graph import shape_of

__all__ = ["figures_of", "shape_of"]
