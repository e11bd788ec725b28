"""The canvas: shows one map, turns events into the editor's, and decides nothing else."""
