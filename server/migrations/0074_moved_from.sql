-- When it was before it was last moved: taken back is only what goes there again, anything else is told.
alter table appointment add column moved_from timestamptz;
