"""Make: whose badge a vehicle wears above its plate."""
