"""JSON that speech recognisers write: a machine heard the words and, mostly, told the speakers apart."""
