"""Answers, reports and graphs -> text and bytes. Imports all before it, never `page`."""
