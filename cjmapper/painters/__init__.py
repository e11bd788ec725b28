"""Painters play a drawing on one surface; they decide nothing and measure nothing."""
