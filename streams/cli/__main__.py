"""`python -m streams.cli`, which the supervisor starts its workers with."""

from streams.cli import main

main(prog_name="parley")
