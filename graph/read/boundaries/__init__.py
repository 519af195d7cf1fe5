"""Shapes of official regions from files as CBS and Kadaster publish them."""
