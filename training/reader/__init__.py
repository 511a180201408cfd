"""Makes the reader: the encoder that finds sources, cues and contents."""
