"""The judge: text, rules and a feed in, a review out. Pure and synchronous."""
