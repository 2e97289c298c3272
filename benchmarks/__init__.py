"""Benchmarks: what KooDesk promises, measured as ratios to a floor of the same run."""
