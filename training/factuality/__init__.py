"""Makes the network that says how certainly an event is presented to have happened."""
