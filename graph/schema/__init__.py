"""The fields of `entities.yaml`, told once, and what follows. Imports `model` and `read`."""
