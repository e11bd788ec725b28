"""The only module that knows where bundled files lie.

They lie in `resources/` beside the package in a checkout, inside the package when installed as a
wheel, and in the bundle's own folder when frozen.
"""

import sys
from pathlib import Path


def resources_folder() -> Path:
    """The folder of bundled files; raises FileNotFoundError when the installation is broken."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [here.parent / "resources", here / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(str(frozen)) / "resources")
    for candidate in candidates:
        if (candidate / "fonts").is_dir():
            return candidate
    raise FileNotFoundError(str(candidates[-1]))


def resource(*parts: str) -> Path:
    """The path of one bundled file or folder, as ``resource("fonts", "advances.json")``."""
    return resources_folder().joinpath(*parts)
