"""What is seen of a running bot from outside: its logs, and what it counts."""
