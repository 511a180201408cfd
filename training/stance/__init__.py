"""Makes the stance model and measures it over folds of events."""
