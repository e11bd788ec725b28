"""The states of the editor, one file each: what a press, a move, a release or a key does there."""
