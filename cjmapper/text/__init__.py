"""Text in the bundled faces: how wide it is, where its lines break, what no font has.

Below Qt and below layout: integer font units inside, millimetres at the edge. Draws nothing.
"""
