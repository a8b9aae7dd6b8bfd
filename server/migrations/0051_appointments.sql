-- Appointments (ajanvaraus): what can be booked, who and what it takes, and who has booked.

-- An id and a stretch of time in one index.
create extension if not exists btree_gist;

-- A service that can be booked (varattava palvelu), by whom, how long, and what it takes.
create table bookable (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id),
  service_id uuid references service (id),
  -- Key of the list lifeSituations.
  situation text,
  -- As it is called while booking. No confirmation, calendar entry or reminder says it: being somebody's customer may be secret.
  name jsonb not null,
  -- What to bring along, per language; lines of text.
  bring jsonb not null default '{}',
  minutes smallint not null check (minutes between 5 and 720),
  buffer_before smallint not null default 0 check (buffer_before between 0 and 240),
  buffer_after smallint not null default 0 check (buffer_after between 0 and 240),
  -- From one start to the next.
  step smallint not null check (step between 5 and 720),
  -- Real elapsed minutes from booking to the start, at least.
  notice integer not null default 60 check (notice between 0 and 86400),
  horizon_days smallint not null default 60 check (horizon_days between 1 and 400),
  most_per_person smallint not null default 2 check (most_per_person between 1 and 50),
  who text not null default 'public' check (who in ('public', 'staff', 'invited')),
  ways text[] not null default '{point}' check (ways <@ array['point', 'remote', 'phone', 'bus'] and cardinality(ways) > 0),
  -- Kinds of resources that each appointment takes: [{"kind": "person"}, {"kind": "room", "features": ["accessible"]}, ...]; the first serves.
  parts jsonb not null default '[{"kind": "person"}]',
  -- What a special need (list specialNeeds) adds: [{"need": "interpreter", "minutes": 30, "part": {"kind": "interpreter"}}, {"need": "wheelchair", "room": ["accessible"]}]
  rules jsonb not null default '[]',
  active boolean not null default true,
  version integer not null default 1
);
create index bookable_organisation on bookable (organisation_id) where active;

-- Where it is given, and which queue of the point an arrival joins.
create table bookable_place (
  bookable_id uuid not null references bookable (id),
  point_id uuid not null references service_point (id),
  queue_id uuid references queue (id),
  primary key (bookable_id, point_id)
);
create index bookable_place_point on bookable_place (point_id);

-- Whatever can be in one place at a time: a person, a room, an interpreter, a piece of equipment, a remote desk.
create table resource (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('person', 'room', 'interpreter', 'equipment', 'remote-desk')),
  -- Null: not of one point (an interpreter, a remote desk).
  point_id uuid references service_point (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid references person (id),
  name text not null default '',
  -- What it has or can: 'accessible', 'hearing-loop', 'safety' ...
  features text[] not null default '{}',
  languages text[] not null default '{}',
  active boolean not null default true,
  version integer not null default 1
);
create index resource_point on resource (point_id) where active;
-- A person is one, at however many points they serve.
create unique index resource_person on resource (person_id) where person_id is not null;

-- What a resource is for. Of a room: which services it suits; none: any.
create table resource_bookable (
  resource_id uuid not null references resource (id),
  bookable_id uuid not null references bookable (id),
  primary key (resource_id, bookable_id)
);
create index resource_bookable_bookable on resource_bookable (bookable_id);

-- Hours that repeat every so many weeks, counted from the Monday of the anchor's week. Closing at or before opening is the next day.
create table resource_hours (
  id uuid primary key default gen_random_uuid(),
  resource_id uuid not null references resource (id),
  -- Where, of a person who works at several points; null: wherever the resource is.
  point_id uuid references service_point (id),
  every_weeks smallint not null default 1 check (every_weeks between 1 and 52),
  anchor date not null,
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) > 0),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  valid_from date,
  valid_until date,
  on_holidays boolean not null default false,
  -- Hours of advice in one's own language: only appointments in these; null: any the resource speaks.
  languages text[],
  check (valid_until is null or valid_from is null or valid_until >= valid_from)
);
create index resource_hours_resource on resource_hours (resource_id);

-- Replaces the hours of a date; no opening: away.
create table resource_exception (
  id uuid primary key default gen_random_uuid(),
  resource_id uuid not null references resource (id),
  day date not null,
  opens text check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  check ((opens is null) = (closes is null))
);
create index resource_exception_resource on resource_exception (resource_id, day);

-- Locked, in the order of the key, before anything is booked on it: who wants the same waits in line instead of in a deadlock.
create table resource_day (
  resource_id uuid not null references resource (id),
  day date not null,
  primary key (resource_id, day)
);

-- One person's agreed time, first held for them while they write who they are.
create table appointment (
  id uuid primary key,
  bookable_id uuid not null references bookable (id),
  -- Null: remote.
  point_id uuid references service_point (id),
  -- Who is responsible for what is written here.
  owner_org uuid not null references organisation (id),
  way text not null check (way in ('point', 'remote', 'phone', 'bus')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null check (state in ('held', 'confirmed', 'expired', 'cancelled', 'arrived', 'missed')),
  held_until timestamptz,
  language text not null default 'fi',
  needs text[] not null default '{}',
  secret_hash text not null unique,
  -- Keyed hash of the network address that holds it, for the most that may be held at once; gone when it is confirmed.
  holder_hash text,
  -- Encrypted: name, e-mail address, telephone number and the code of arrival.
  contact text,
  -- Keyed hash of the e-mail address or number, for the most one person may book.
  booker_hash text,
  matter_id uuid references matter (id),
  expected_id uuid references expected_visit (id),
  booked_by uuid references person (id),
  -- Counted up for each change, as calendars want it (RFC 5545, SEQUENCE).
  sequence integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (ends_at > starts_at),
  check (state <> 'held' or held_until is not null)
);
create index appointment_held on appointment (held_until) where state = 'held';
create index appointment_holder on appointment (holder_hash) where state = 'held';
create index appointment_point on appointment (point_id, starts_at) where state in ('confirmed', 'arrived');
create index appointment_booker on appointment (booker_hash, bookable_id) where state = 'confirmed';
create index appointment_matter on appointment (matter_id) where matter_id is not null;

-- What it takes of each, with the buffers. The constraint is the backstop: nothing can ever be in two places.
create table appointment_resource (
  appointment_id uuid not null references appointment (id),
  resource_id uuid not null references resource (id),
  during tstzrange not null,
  -- False once the appointment is no more, or has been moved away.
  live boolean not null default true,
  constraint nothing_twice exclude using gist (resource_id with =, during with &&) where (live)
);
create index appointment_resource_appointment on appointment_resource (appointment_id);

-- What the booker is told by e-mail: once for each version of the appointment, and reminded of it once. To whom and in what words is read
-- when it leaves, so that nothing of the customer is kept twice.
create table appointment_letter (
  id uuid primary key default gen_random_uuid(),
  appointment_id uuid not null references appointment (id),
  version integer not null,
  kind text not null check (kind in ('confirmed', 'moved', 'cancelled', 'reminder')),
  -- 'passed': a later version says more, or there is nobody to write to.
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'passed', 'given-up')),
  not_before timestamptz not null,
  sending_since timestamptz,
  attempts smallint not null default 0,
  ended_at timestamptz,
  constraint told_once unique (appointment_id, version, kind)
);
create index appointment_letter_due on appointment_letter (not_before) where state in ('waiting', 'sending');
