"""Pictures of a document as primitives."""

from cjmapper.drawing.primitives import Image
from cjmapper.geometry import Rect
from cjmapper.model.document import Document
from cjmapper.model.ids import AssetId


def asset_picture(
    document: Document, asset_id: AssetId | None, box: Rect, told: str
) -> tuple[Image, ...]:
    """The picture `asset_id` in `box`, told in words as `told`; nothing where there is none."""
    for asset in document.assets:
        if asset.id == asset_id:
            return (Image(box, asset.id, asset.media_type, asset.data, told or asset.name),)
    return ()
