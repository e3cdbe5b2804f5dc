"""Attributes: what type of vehicle a crop shows, and of what colour."""
