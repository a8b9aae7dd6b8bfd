-- Counted up with each change of what can be booked, by whom and when: what was read of it is good as long as the count is the same.
create table booking_setup (
  version bigint not null,
  -- The last change that counted: one counts once, however many rows it touches.
  changed_in xid8 not null
);
insert into booking_setup (version, changed_in) values (1, '0');

create function count_booking_setup() returns trigger language plpgsql as $$
begin
  update booking_setup set version = version + 1, changed_in = pg_current_xact_id() where changed_in <> pg_current_xact_id();
  return null;
end $$;

-- At the end of the change: its row is the last that is locked, so nobody waits for anybody who waits for them.
do $$
declare
  tables text[] := '{bookable, bookable_place, resource, resource_bookable, resource_hours, resource_exception, service_point, bus, bus_stop, bus_stop_hours, bus_stop_exception}';
  one text;
begin
  foreach one in array tables loop
    execute format('create constraint trigger %I after insert or update or delete on %I deferrable initially deferred for each row execute function count_booking_setup()',
      one || '_counts', one);
  end loop;
end $$;
