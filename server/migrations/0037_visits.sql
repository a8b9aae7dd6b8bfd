-- Visits (käynti): queues and counters of a service point, tickets, and the order of waiting.

-- A queue waits for one kind of help at one point. Its name is seen by staff and on the kiosk's own screen, never on a display, a
-- call or paper: being somebody's customer may be secret.
create table queue (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('authority', 'service', 'situation', 'reception')),
  service_id uuid references service (id),
  -- Key of the list lifeSituations, of a queue by life situation.
  situation text,
  name jsonb not null,
  prefix text not null check (prefix ~ '^[A-Z]$'),
  position integer not null default 0,
  at_kiosk boolean not null default true,
  -- Null: as the point is open.
  opening jsonb,
  -- What a visit here takes before any has been measured, in minutes; null: unknown, and then said so.
  usual_minutes smallint check (usual_minutes between 1 and 480),
  active boolean not null default true,
  version integer not null default 1
);
create index queue_point on queue (point_id, position) where active;

-- Where visitors are served: a desk, a room, a safety room, a meeting room or a remote room.
create table counter (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  kind text not null check (kind in ('desk', 'room', 'safety', 'meeting', 'remote')),
  -- As displays say it: {"fi": "Tiski 3", ...}; no authority's name.
  name jsonb not null,
  direction text check (direction in ('left', 'right', 'ahead', 'back', 'up', 'down')),
  -- Special needs (list specialNeeds) this place suits.
  suits text[] not null default '{}',
  position integer not null default 0,
  active boolean not null default true,
  person_id uuid references person (id),
  state text not null default 'closed' check (state in ('open', 'break', 'closed')),
  since timestamptz not null default now(),
  version integer not null default 1,
  check (state = 'closed' or person_id is not null)
);
create index counter_point on counter (point_id, position) where active;
-- One sits at one counter at a time.
create unique index counter_of_person on counter (person_id) where state <> 'closed';

create table counter_queue (
  counter_id uuid not null references counter (id),
  queue_id uuid not null references queue (id),
  primary key (counter_id, queue_id)
);
create index counter_queue_queue on counter_queue (queue_id);

-- The order of waiting as the point wrote it: [{"when": "appointment-due"}, {"when": "waited-over", "minutes": 45}, ...]
create table queue_policy (
  point_id uuid primary key references service_point (id),
  rules jsonb not null,
  version integer not null default 1,
  changed_by uuid references person (id),
  changed_at timestamptz not null default now()
);

-- The last number given of a letter on a day of the point; kiosks take blocks, so that numbers stay unique without network.
create table queue_number (
  point_id uuid not null references service_point (id),
  day date not null,
  prefix text not null,
  last integer not null,
  primary key (point_id, day, prefix)
);

-- A kiosk, display or self-service computer of one point: paired by a code, let in by a key of its own.
create table queue_device (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  kind text not null check (kind in ('kiosk', 'display', 'computer')),
  name text not null,
  settings jsonb not null default '{}',
  pairing_hash text,
  pairing_until timestamptz,
  key_hash text unique,
  paired_at timestamptz,
  seen_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1
);
create index queue_device_point on queue_device (point_id) where revoked_at is null;
create unique index queue_device_pairing on queue_device (pairing_hash) where pairing_hash is not null;

create table queue_block (
  id uuid primary key default gen_random_uuid(),
  device_id uuid not null references queue_device (id),
  point_id uuid not null references service_point (id),
  day date not null,
  prefix text not null,
  first integer not null,
  last integer not null,
  check (last >= first)
);
create index queue_block_device on queue_block (device_id, day, prefix);

-- Somebody expected at a point: what the appointments (or staff) say beforehand, joined by its code at arrival.
create table expected_visit (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  queue_id uuid not null references queue (id),
  code_hash text not null,
  due_at timestamptz not null,
  matter_id uuid references matter (id),
  language text not null default 'fi',
  needs text[] not null default '{}',
  -- Only for asking "please wait" by phone number at the kiosk: a keyed hash, no number.
  phone_hash text,
  visit_id uuid,
  cancelled_at timestamptz,
  created_by uuid references person (id),
  created_at timestamptz not null default now()
);
create unique index expected_visit_code on expected_visit (point_id, code_hash) where visit_id is null and cancelled_at is null;
create index expected_visit_due on expected_visit (point_id, due_at) where cancelled_at is null;

create table visit (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  day date not null,
  -- Kept through the whole visit, over all queues of its chain.
  code text not null check (code ~ '^[A-Z][0-9]{1,5}$'),
  came_by text not null check (came_by in ('kiosk', 'reception', 'phone')),
  device_id uuid references queue_device (id),
  arrived_at timestamptz not null,
  language text not null,
  -- Keys of the list specialNeeds, as said at arrival.
  needs text[] not null default '{}',
  service_id uuid references service (id),
  situation text,
  matter_id uuid references matter (id),
  -- Opens the page on the visitor's own phone.
  secret_hash text unique,
  ended_at timestamptz,
  ended_how text check (ended_how in ('served', 'left', 'no-show', 'closed')),
  check ((ended_at is null) = (ended_how is null)),
  -- Numbers are never given twice on one day of a point.
  unique (point_id, day, code)
);
create index visit_open on visit (point_id) where ended_at is null;
create index visit_matter on visit (matter_id) where matter_id is not null;
create index visit_ended on visit (ended_at) where ended_at is not null;
alter table expected_visit add foreign key (visit_id) references visit (id);

create table visit_step (
  id uuid primary key default gen_random_uuid(),
  visit_id uuid not null references visit (id),
  point_id uuid not null references service_point (id),
  queue_id uuid not null references queue (id),
  position smallint not null default 0,
  -- planned: comes after an earlier step of the chain.
  state text not null check (state in ('planned', 'waiting', 'called', 'serving', 'parked', 'finished', 'moved', 'no-show', 'left', 'dropped')),
  -- What the place in the order is counted from: the arrival, kept over transfers (hallintolaki 21 §) and over the chain.
  waits_from timestamptz not null,
  -- When it came to this queue: this step's own wait is counted from here.
  joined_at timestamptz not null,
  due_at timestamptz,
  -- "I need ten more minutes": not called before.
  not_before timestamptz,
  by_chain boolean not null default false,
  -- Who may not serve: disqualified (hallintolaki 27-28 §).
  excluded_ids uuid[] not null default '{}',
  counter_id uuid references counter (id),
  person_id uuid references person (id),
  called_at timestamptz,
  calls smallint not null default 0,
  serving_at timestamptz,
  ended_at timestamptz,
  contact_id uuid references contact (id),
  -- What was told at first and last, in seconds from then on; null: unknown.
  first_told_at timestamptz,
  first_low integer,
  first_likely integer,
  first_high integer,
  last_told_at timestamptz,
  last_low integer,
  last_likely integer,
  last_high integer
);
-- A visitor is in one place at a time, and a counter serves one at a time.
create unique index visit_step_now on visit_step (visit_id) where state in ('waiting', 'called', 'serving', 'parked');
create unique index visit_step_at_counter on visit_step (counter_id) where state in ('called', 'serving');
create index visit_step_waiting on visit_step (queue_id, waits_from) where state in ('planned', 'waiting', 'parked');
create index visit_step_open on visit_step (point_id) where state in ('planned', 'waiting', 'called', 'serving', 'parked');
create index visit_step_visit on visit_step (visit_id, position);
create index visit_step_ended on visit_step (queue_id, ended_at) where state = 'finished';

-- What was done to a visit, with the steps as they were before: a misclick can be undone for a minute.
create table visit_deed (
  -- In the order in which they were done.
  id bigint generated always as identity primary key,
  visit_id uuid not null references visit (id),
  at timestamptz not null,
  deed text not null,
  person_id uuid references person (id),
  counter_id uuid references counter (id),
  before jsonb,
  undone_at timestamptz
);
create index visit_deed_visit on visit_deed (visit_id, id);

-- What serving takes, learned from finished visits. `hour` null: over all hours.
create table queue_pace (
  queue_id uuid not null references queue (id),
  hour smallint check (hour between 0 and 23),
  seconds integer not null,
  visits integer not null,
  -- How far waits were from what was told: tenths and nine tenths of (wait / told), in percent; null while too few are known.
  low_percent smallint,
  high_percent smallint,
  learned_at timestamptz not null
);
create unique index queue_pace_once on queue_pace (queue_id, coalesce(hour, -1));
