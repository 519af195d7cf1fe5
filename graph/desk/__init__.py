"""The curator's desk: what is proposed, what was judged of it, and how it enters the data file."""
