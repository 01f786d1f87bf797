"""The formats of ``notelint sources``, one module each."""
