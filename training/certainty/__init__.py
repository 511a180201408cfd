"""How the certainty model is made: `python -m training.certainty --help`."""
