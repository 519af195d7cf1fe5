"""How things look: colours, shapes, widths; and the style sheets."""
