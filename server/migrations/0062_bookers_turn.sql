-- Waits for this booker's turn and then counts what they have agreed of one service: one round trip for both. The count takes its
-- snapshot when the locks are ours (each statement of a volatile function does), so it sees what another tab has just confirmed.
create function coming_of_booker(hashes text[], service uuid, moment timestamptz) returns int language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(hash, 6)) from (select unnest(hashes) as hash order by 1) as sorted;
  return (select count(distinct coalesce(joint_id, id)) from appointment
    where booker_hash = any(hashes) and bookable_id = service and state = 'confirmed' and starts_at > moment);
end $$;
