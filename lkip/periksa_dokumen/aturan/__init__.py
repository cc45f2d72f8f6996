"""One module for each kind of rule over documents; `ATURAN` of each is what it offers."""
