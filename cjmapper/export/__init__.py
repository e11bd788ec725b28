"""A map becomes a file: paper, poster, picture, with progress and cancel."""
