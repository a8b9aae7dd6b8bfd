-- Locks the days in the order of their key and then, of a network's holders, waits for their turn and counts: one round trip for both. The count
-- takes its snapshot when all locks are ours.
create function lock_days(ids uuid[], dates date[], hashes text[], moment timestamptz, in_turn boolean) returns int language plpgsql volatile as $$
begin
  perform from resource_day where resource_id = any(ids) and day = any(dates) order by resource_id, day for no key update;
  return case when hashes = '{}' then 0 else held_from(hashes, moment, in_turn) end;
end $$;

-- What is taken of these in a stretch. A function, so that its plan is made once: each resource is looked for by itself, which is right for any
-- list and any stretch, and planning took four times as long as looking.
create function taken_of(ids uuid[], stretch tstzrange, moment timestamptz, own uuid[])
  returns table (id uuid, stale boolean, edges float8[], blocked float8[]) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
    with blocks as (select b.resource_id as id, array_agg(array[extract(epoch from lower(b.during)), extract(epoch from upper(b.during))]::float8[]) as spans
      from appointment_block b where b.resource_id = any(ids) and b.ended_at is null and b.during && stretch group by 1),
    gone as materialized (select a.id from appointment a where a.state = 'held' and a.held_until <= moment),
    booked as (select r.id, bool_or(gone.id is not null) as stale,
      array_agg(array[extract(epoch from lower(ar.during)), extract(epoch from upper(ar.during))]::float8[] order by ar.during) filter (where gone.id is null) as spans
    from unnest(ids) as r (id)
      cross join lateral (select x.appointment_id, x.during from appointment_resource x where x.resource_id = r.id and x.live and x.during && stretch
        and x.appointment_id is not null and x.appointment_id <> all(own) offset 0) ar
      left join gone on gone.id = ar.appointment_id
    group by r.id)
    select coalesce(booked.id, blocks.id), coalesce(booked.stale, false), booked.spans, blocks.spans
    from booked full join blocks on blocks.id = booked.id;
end $$;

alter function coming_of_booker(text[], uuid, timestamptz) set plan_cache_mode = force_generic_plan;
alter function held_from(text[], timestamptz, boolean) set plan_cache_mode = force_generic_plan;
