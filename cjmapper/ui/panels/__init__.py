"""The fixed parts of the window: bars, palette, inspector, notices."""
