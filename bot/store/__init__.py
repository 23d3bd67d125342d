"""What the bot keeps: drafts with their reviews, updates on their way in, answers on their way out."""
