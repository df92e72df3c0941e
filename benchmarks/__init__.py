"""How fast and how large: ratios in one run, memory beside them. `make bench`."""
