"""quantification: claims need data."""
