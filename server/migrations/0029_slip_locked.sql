-- A slip that too many wrong PINs have locked is told to the keepers of its matter, once for each time it locks: by a job and not by the
-- try itself, whose time would tell that there is such a slip.
alter table slip add column locked_told_at timestamptz;
create index slip_locked on slip (matter_id) where ended_at is null and greatest(tries, desk_tries) >= 5;
