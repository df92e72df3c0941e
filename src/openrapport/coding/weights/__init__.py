"""The shipped weights of the first coder and its card, made by `make train`."""
