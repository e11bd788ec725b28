"""Where bundled files are found: in a checkout, in an installed package, in a frozen bundle."""

import shutil
import sys
from pathlib import Path

import pytest

from cjmapper import places


def test_a_checkout_has_its_files_beside_the_package() -> None:
    assert places.resources_folder() == Path(places.__file__).parents[1] / "resources"


def test_a_bundled_file_is_found_by_its_parts() -> None:
    assert places.resource("fonts", "advances.json").is_file()
    assert places.resource("examples").is_dir()


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A package that lies in a folder of its own, without any file beside it."""
    package = tmp_path / "site" / "cjmapper"
    package.mkdir(parents=True)
    module = package / "places.py"
    shutil.copy(places.__file__, module)
    monkeypatch.setattr(places, "__file__", str(module))
    return package


def test_an_installed_package_has_them_inside(elsewhere: Path) -> None:
    (elsewhere / "resources" / "fonts").mkdir(parents=True)
    assert places.resources_folder() == elsewhere / "resources"


def test_a_frozen_bundle_is_looked_at_first(
    elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "resources" / "fonts").mkdir(parents=True)
    bundle = tmp_path / "bundle"
    (bundle / "resources" / "fonts").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    assert places.resources_folder() == bundle / "resources"


def test_a_folder_without_fonts_is_not_ours(elsewhere: Path) -> None:
    (elsewhere.parent / "resources").mkdir()
    (elsewhere / "resources" / "fonts").mkdir(parents=True)
    assert places.resources_folder() == elsewhere / "resources"


def test_a_broken_installation_is_an_error(elsewhere: Path) -> None:
    with pytest.raises(FileNotFoundError):
        places.resource("fonts", "advances.json")
    assert elsewhere.is_dir()
