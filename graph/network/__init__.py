"""Registry -> two-mode graph, network and what is measured of them. Imports `model`."""
