"""Weighs what was found: how sure each holder is, on what evidence, with which figures."""
