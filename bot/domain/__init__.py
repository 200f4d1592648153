"""Things and pure rules: standard library only, codes and values, never sentences."""
