"""Small widgets that the parts of the window are put together from."""
