-- Events: written in the change's own transaction, read in the order of (xid, seq) and only below the oldest running transaction,
-- so that a reader never steps over a change that commits late.
create table event (
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  type text not null,
  subject uuid,
  -- Typed facts: ids, kinds, moments. Never personal data, which would outlive its erasure here.
  data jsonb not null default '{}'
) partition by range (at);
create index event_order on event (xid, seq);
create index event_subject on event (subject, xid, seq) where subject is not null;
create table event_default partition of event default;

create function refuse_event_change() returns trigger language plpgsql as $$
begin
  -- Old rows of the default partition are swept; a day's own partition is dropped whole.
  if tg_op = 'DELETE' and tg_table_name = 'event_default' and old.at < now() - interval '7 days' then
    return old;
  end if;
  raise exception 'event is append-only';
end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_event_change();

-- What a reaction has handled: every transaction that had ended in the snapshot `seen`, and of those that ended between `seen` and
-- `target` the events up to `seq`. Going from snapshot to snapshot keeps the order in which changes to one subject committed,
-- which transaction numbers alone do not: a writer may get its number and then wait for another's lock.
create table event_cursor (
  reaction text primary key,
  seen pg_snapshot not null,
  target pg_snapshot,
  seq bigint not null default 0,
  -- No unseen event is more than a day older than this, so older partitions are not touched.
  at timestamptz not null default '-infinity',
  -- How often the next event has failed, and when it may be tried again.
  tries int not null default 0,
  retry_at timestamptz,
  updated_at timestamptz not null default now()
);

-- Events a reaction could not handle after several tries; kept until a person retries or dismisses them.
create table event_dead_letter (
  reaction text not null,
  xid xid8 not null,
  seq bigint not null,
  event_at timestamptz not null,
  type text not null,
  subject uuid,
  data jsonb not null,
  -- The kind of error, without its words: they may quote a person.
  error text not null,
  tries int not null,
  died_at timestamptz not null default now(),
  primary key (reaction, xid, seq)
);

-- The application's role owns no table, so partitions are made and dropped by the owner on its behalf.
-- Days are UTC here: nobody sees them.
create function create_event_partition(day date) returns void language plpgsql
security definer set search_path = pg_catalog, public set lock_timeout = '3s' as $$
declare
  name text := 'event_' || to_char(day, 'YYYYMMDD');
begin
  if day not between current_date - 1 and current_date + 31 then
    raise exception 'an event partition is made for the coming days only';
  end if;
  -- Rows that came before their day's partition did stay in the default one.
  if to_regclass('public.' || name) is not null
    or exists (select from event_default where at >= day::timestamp at time zone 'UTC' and at < (day + 1)::timestamp at time zone 'UTC') then
    return;
  end if;
  -- Attaching lets writers go on; creating a partition of the table directly would stop them.
  execute format('create table public.%I (like public.event including defaults)', name);
  execute format(
    'alter table public.event attach partition public.%I for values from (%L) to (%L)',
    name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
end $$;

-- Drops a day's partition when it is old enough and every reaction has read past it; true when dropped.
create function drop_event_partition(partition text, keep_days int) returns boolean
language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '3s' as $$
declare
  unread boolean;
begin
  if partition !~ '^event_[0-9]{8}$' or keep_days < 7 then
    raise exception 'not a day''s partition of events';
  end if;
  if to_date(right(partition, 8), 'YYYYMMDD') >= current_date - keep_days then
    return false;
  end if;
  execute format('select exists (select from public.%I e join public.event_cursor c on not pg_visible_in_snapshot(e.xid, c.seen))', partition) into unread;
  if unread then
    return false;
  end if;
  execute format('drop table public.%I', partition);
  return true;
end $$;
do $$
begin
  for offset_days in 0..7 loop
    perform create_event_partition(current_date + offset_days);
  end loop;
end $$;

-- A repeated call finds its first answer here (draft-ietf-httpapi-idempotency-key-header).
create table idempotency (
  caller text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  status int not null,
  resource_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (caller, route, key)
);
create index idempotency_created on idempotency (created_at);

create table file (
  id uuid primary key default gen_random_uuid(),
  stored_as text not null unique,
  -- Bytes.
  size bigint not null,
  sha256 text not null,
  type text not null,
  created_at timestamptz not null default now(),
  -- Whether a message or document refers to it; unclaimed ones are swept after a day.
  claimed boolean not null default false
);
create index file_unclaimed on file (created_at) where not claimed;
