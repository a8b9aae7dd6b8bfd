-- What can be booked may belong to several life situations (keys of the list lifeSituations), and stands under each while one chooses.
alter table bookable add column situations text[] not null default '{}';
update bookable set situations = array[situation] where situation is not null;
-- The change counts before the table's shape may change.
set constraints all immediate;
alter table bookable drop column situation;
