"""The relations that prose states among its figures, one small module a kind."""
