"""The reader: a CTC net from a plate's crop to text and country."""
