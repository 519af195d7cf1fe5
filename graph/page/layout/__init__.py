"""Two-mode graph -> where everything stands on the map."""
