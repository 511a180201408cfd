"""Fits the weights by which chains are chosen."""
