"""The sections of the report, one a file: sentences and tables in the language asked for."""
