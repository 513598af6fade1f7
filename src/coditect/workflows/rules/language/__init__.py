"""Reading English: layout, sentences, words, phrases and clauses, each with its place in the text."""
