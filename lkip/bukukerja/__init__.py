"""The workbook: one description of sheets and columns serves template, export and import."""
