"""Files of rows -> tables of text: CSV, TSV, Parquet, and folders of Parquet parts."""
