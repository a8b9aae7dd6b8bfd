-- The first number of a kiosk's block that it has not told of. Reading it off the visits offered a number anew when its visitor had moved
-- to another point, whose visits are not asked.
alter table queue_block add column next integer;
update queue_block b set next = greatest(b.first, coalesce((select max(substr(v.code, 2)::int) + 1 from visit v
  where v.point_id = b.point_id and v.day = b.day and left(v.code, 1) = b.prefix and substr(v.code, 2)::int between b.first and b.last), b.first));
alter table queue_block alter column next set not null;
alter table queue_block add check (next between first and last + 1);
