"""Figures that stand beside a floor or a rival measured in the same run; no timed tests."""
