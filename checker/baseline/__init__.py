"""Baselines: the findings of a day that are known and must not block. New ones count; a baseline spares no points."""
