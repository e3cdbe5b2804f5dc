"""The detector: where plates and vehicles are in a frame."""
