"""The formats of ``notelint worklist``, one module each."""
