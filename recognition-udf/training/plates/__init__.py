"""Rendered number plates: layouts and glyphs to pictures as a road camera would take them."""
