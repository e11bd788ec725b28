"""Golden texts: what something gave when a person last looked at it.

They are renewed by `RENEW_GOLDEN=1 pytest tests/drawing`, and looked at before they are committed.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"


def assert_golden(name: str, found: str) -> None:
    """`found` is what the golden text `name` holds."""
    path = GOLDEN / name
    if os.environ.get("RENEW_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    kept = path.read_text(encoding="utf-8").splitlines()
    assert found.splitlines() == kept, f"{name} differs; RENEW_GOLDEN=1 writes it anew"
