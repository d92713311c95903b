"""What was there, came, went and is left."""
