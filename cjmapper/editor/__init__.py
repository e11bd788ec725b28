"""The editor without a window: what is open, what is selected, and how it came to be so."""
