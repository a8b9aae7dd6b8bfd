-- A plan kept in a function is made for how large its tables are at that moment, and stays until they are analysed again: one made in the small
-- hours, when the keys of yesterday had just been forgotten, read all keys of the morning's rush for each booking. What is looked for here is
-- always one row by its key.
alter function turn_of_key(bigint, text, text, text) set enable_seqscan = off;
alter function lock_days(uuid[], date[], text[], timestamptz, boolean) set enable_seqscan = off;
alter function lock_days(uuid[], date[], text[], timestamptz, boolean) set plan_cache_mode = force_generic_plan;
