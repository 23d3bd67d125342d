"""The weekly report: numbers, words, a picture, tables, and when it is sent."""
