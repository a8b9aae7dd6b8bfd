-- Booked times, places in line and invitations end, and say no more whose they were, when a customer's wish to be erased is granted (GDPR art. 17).
alter table data_request drop constraint data_request_erased_check;
alter table data_request add constraint data_request_erased_check
  check (erased <@ array['contact-data', 'arrangements', 'digital-skill', 'appointments']);

-- How many times a network holds is counted before each: those that lapsed and nobody has wanted since are passed by.
drop index appointment_holder;
create index appointment_holder on appointment (holder_hash, held_until) where state = 'held';

-- Waits for the turn of this network's holders, when they take turns, and then counts what it holds: one round trip for both, and a snapshot
-- taken when the lock is ours.
create function held_from(hashes text[], moment timestamptz, in_turn boolean) returns int language plpgsql volatile as $$
begin
  if in_turn then
    perform pg_advisory_xact_lock(hashtextextended(hash, 7)) from (select unnest(hashes) as hash order by 1) as sorted;
  end if;
  return (select count(distinct coalesce(joint_id, id)) from appointment
    where holder_hash = any(hashes) and state = 'held' and held_until > moment);
end $$;

-- Keyed hash of the network address that somebody joined from, until they open the link they were sent: places in line of addresses that are
-- nobody's would keep what becomes free from everybody else.
alter table waiting add column holder_hash text;
create index waiting_unopened on waiting (holder_hash) where state = 'waiting' and holder_hash is not null;
create function unopened_from(hashes text[]) returns int language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(hash, 8)) from (select unnest(hashes) as hash order by 1) as sorted;
  return (select count(*) from waiting where holder_hash = any(hashes) and state = 'waiting');
end $$;
