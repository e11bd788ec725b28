"""CJMapper: customer journey maps, drawn by hand, offline, printed as posters."""

__version__ = "0.1.0"
