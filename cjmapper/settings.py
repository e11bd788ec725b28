"""Every option of the program, declared once: its name, type, default, choices and description.

Only declared here: `cjmapper.app` reads and writes the file through `cjmapper.storage.files`. What
stands in the file and makes no sense is passed over, option by option; it never stops a start.
"""

from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta

MOST_RECENT = 10
_LONGEST_PATH = 4096

Language = Literal["nb", "sv", "en"]
Theme = Literal["system", "light", "dark", "contrast"]
UiSize = Literal[100, 125, 150]
Wheel = Literal["scroll", "zoom"]
Motion = Literal["system", "off"]
Orientation = Literal["landscape", "portrait"]
ExportFormat = Literal["pdf", "png", "svg", "html"]
LEAST_DPI, MOST_DPI = 36, 600
"""How fine a picture may be, in dots per inch."""
MOST_SIDE_PX = 32_767
"""The longest side of a picture, in pixels: what Qt paints and other programs read."""
PAPERS: tuple[str, ...] = ("A0", "A1", "A2", "A3", "A4", "Letter", "Tabloid")
"""Papers that are offered by name; rolls, strips and free sizes are written as lengths."""
ORIENTATIONS: tuple[str, ...] = get_args(Orientation)
EXPORT_FORMATS: tuple[str, ...] = get_args(ExportFormat)
_ROLL_OR_SIZE = r"A3-strip|\d{1,4}(\.\d{1,3})?(x\d{1,4}(\.\d{1,3})?)?mm"
Paper = Annotated[str, Meta(pattern=rf"^({'|'.join(PAPERS)}|{_ROLL_OR_SIZE})$")]
"""A paper by its name, a roll (``914mm``), a folded strip or a free size (``600x900mm``)."""
FilePath = Annotated[str, Meta(min_length=1, max_length=_LONGEST_PATH)]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has chosen; `Meta.description` is the code of the sentence that explains it."""

    language: Annotated[Language | None, Meta(description="setting.language")] = None
    """None: the language of the system."""
    theme: Annotated[Theme, Meta(description="setting.theme")] = "system"
    ui_size: Annotated[UiSize, Meta(description="setting.ui_size")] = 100
    """Size of text and buttons in percent."""
    wheel: Annotated[Wheel, Meta(description="setting.wheel")] = "scroll"
    motion: Annotated[Motion, Meta(description="setting.motion")] = "system"
    inspector_shown: Annotated[bool, Meta(description="setting.inspector_shown")] = True
    recent_files: Annotated[
        tuple[FilePath, ...], Meta(description="setting.recent_files", max_length=MOST_RECENT)
    ] = ()
    window_geometry: Annotated[
        str, Meta(description="setting.window_geometry", max_length=1024, pattern=r"^[0-9a-f]*$")
    ] = ""
    """What the window gives for its place, in hexadecimal."""
    export_folder: Annotated[
        str, Meta(description="setting.export_folder", max_length=_LONGEST_PATH)
    ] = ""
    export_format: Annotated[ExportFormat, Meta(description="setting.export_format")] = "pdf"
    export_paper: Annotated[Paper, Meta(description="setting.export_paper")] = "A1"
    export_orientation: Annotated[Orientation, Meta(description="setting.export_orientation")] = (
        "landscape"
    )
    export_dpi: Annotated[
        int, Meta(description="setting.export_dpi", ge=LEAST_DPI, le=MOST_DPI)
    ] = 150


class Option(msgspec.Struct, frozen=True):
    """One option as it is declared: `choices` is empty where any value of the type will do."""

    name: str
    default: Any
    choices: tuple[str | int, ...]
    description: str


def options() -> tuple[Option, ...]:
    """Every option, in the order in which they are declared."""
    kind = msgspec.inspect.type_info(Settings)
    assert isinstance(kind, msgspec.inspect.StructType)  # noqa: S101 - Settings is a Struct
    return tuple(_option(field) for field in kind.fields)


def decode(content: bytes) -> Settings:
    """The settings of a file; whatever can't be read is as it would be in a new profile."""
    try:
        found = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Settings()
    return Settings(**_readable(found)) if isinstance(found, dict) else Settings()


def encode(settings: Settings) -> bytes:
    """The settings as a file holds them, one option a line."""
    return msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"


def with_recent(settings: Settings, path: str) -> Settings:
    """The same settings with `path` first among the recent files."""
    others = tuple(other for other in settings.recent_files if other != path)
    return msgspec.structs.replace(settings, recent_files=(path, *others)[:MOST_RECENT])


def without_recent(settings: Settings, *paths: str) -> Settings:
    """The same settings without `paths` among the recent files; without any when none is named."""
    kept = tuple(path for path in settings.recent_files if paths and path not in paths)
    return msgspec.structs.replace(settings, recent_files=kept)


def _readable(found: dict[str, Any]) -> dict[str, Any]:
    read = {}
    for field in msgspec.structs.fields(Settings):
        if field.name in found:
            try:
                read[field.name] = msgspec.convert(found[field.name], field.type)
            except msgspec.ValidationError:
                continue
    return read


def _option(field: msgspec.inspect.Field) -> Option:
    kind = field.type
    description = ""
    while isinstance(kind, msgspec.inspect.Metadata):
        description = str((kind.extra_json_schema or {}).get("description", ""))
        kind = kind.type
    literals = [kind, *kind.types] if isinstance(kind, msgspec.inspect.UnionType) else [kind]
    choices = tuple(
        choice
        for literal in literals
        if isinstance(literal, msgspec.inspect.LiteralType)
        for choice in literal.values
        if choice is not None
    )
    return Option(field.name, field.default, choices, description)
