"""The panel that makes posters: what comes out, what could be better, and the ways out of it."""
