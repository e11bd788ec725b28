"""What comes from other programs, read into plain values: one module for each foreign format."""
