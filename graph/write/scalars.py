"""Where values of the data file were written before reading needed it too."""

from graph.read.scalars import write_scalar as write_scalar
