-- Wrong PINs at a desk are counted apart: numbers run on, so that anybody may use up a slip's tries from afar, and its holder must not then
-- be turned away where people sit. The right PIN at a desk gives all tries back.
alter table slip add column desk_tries smallint not null default 0 check (desk_tries between 0 and 5);
