"""The eight analysts as rules: each computes its typed output from the text and the outputs it needs."""
