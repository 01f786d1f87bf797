"""What the configurations of other linters say that is of use here, one module a linter."""
