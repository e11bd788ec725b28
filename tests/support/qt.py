"""What tests need to know of Qt itself; nothing of this program's own windows."""

import importlib

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport")


def qt_class(name: str) -> type | None:
    """The class of Qt called `name`, or None where Qt has none."""
    for module in MODULES:
        found = getattr(importlib.import_module(f"PySide6.{module}"), name, None)
        if isinstance(found, type):
            return found
    return None


def overrides_qt(base: type, method: str) -> bool:
    """Whether a method called `method` in a subclass of `base` stands in for one of Qt's."""
    return not method.startswith("__") and hasattr(base, method)
