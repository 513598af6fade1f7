"""The composition root: lists every context, wires ports to adapters, builds the application."""
