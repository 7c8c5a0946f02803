-- The middles of the cells are read by definer functions alone; like every table theirs has row level security, and no policy.
alter table private.sketch_cells enable row level security;
