"""The page while the data are being edited: built, served to this computer, built again."""
