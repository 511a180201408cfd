"""How sayso's models are made. Not part of the package."""
