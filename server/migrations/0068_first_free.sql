-- Of each part the first so many who are free for the whole stretch, in the order given; null when a part has too few. Each is looked for by
-- itself, whatever the tables hold. A hold that has run out still counts: whoever finds nobody here looks again more closely.
create function first_free(ids uuid[], parts int[], needed int[], stretch tstzrange) returns uuid[] language plpgsql volatile
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  picked uuid[];
begin
  select array_agg(free.id) into picked from (
    select c.id, c.part, row_number() over (partition by c.part order by c.n) as place
    from unnest(ids, parts) with ordinality as c (id, part, n)
      left join lateral (select 1 as it from appointment_resource r where r.resource_id = c.id and r.live and r.during && stretch limit 1) taken on true
      left join lateral (select 1 as it from appointment_block b where b.resource_id = c.id and b.ended_at is null and b.during && stretch limit 1) blocked on true
    where taken.it is null and blocked.it is null) as free
  where free.place <= needed[free.part];
  return case when cardinality(picked) = (select sum(n) from unnest(needed) as n) then picked end;
end $$;
