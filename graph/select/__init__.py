"""Registry -> Registry: the filters. Imports `model`."""
