"""What people see: each file turns values into the blocks of one surface, and does nothing else."""
