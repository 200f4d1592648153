"""The catalogue: every question that Alongside can ask, as data files, and its contract."""
