"""Benchmarks of KooDesk's promises, as ratios to a baseline of the same run."""
