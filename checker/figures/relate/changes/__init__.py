"""Growth, reduction and difference between two levels."""
