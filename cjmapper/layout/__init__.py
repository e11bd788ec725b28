"""Where everything on a map is, in millimetres. Computed from the document, never stored."""
