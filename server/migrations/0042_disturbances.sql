-- Disturbances and threats (häiriötilanne) at a service point, silent alarms, and help asked for at self-service computers.

-- How long the point keeps its log, in months.
create table disturbance_keeping (
  point_id uuid primary key references service_point (id),
  months smallint not null check (months between 1 and 24)
);

-- A log of what happened, never of whom: no customer's name or identity, and nothing joins it to a matter or a visit.
create table disturbance (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  state text not null check (state in ('draft', 'written')),
  source text not null check (source in ('entry', 'alarm', 'import')),
  kind text not null check (kind in ('verbal', 'violence', 'intoxication', 'property', 'illness', 'other')),
  happened_at timestamptz not null,
  counter_id uuid references counter (id),
  -- Where, in words.
  place text not null default '',
  what text not null default '',
  done text not null default '',
  -- Members of staff who were there.
  present uuid[] not null default '{}',
  debriefed_on date,
  -- Null: not known yet.
  police boolean,
  next_step text not null default '',
  next_by uuid references person (id),
  next_until date,
  -- A digest of an imported report: the same one comes in once.
  report_digest text,
  written_by uuid not null references person (id),
  written_at timestamptz not null,
  version integer not null default 1,
  check ((source = 'import') = (report_digest is not null)),
  unique (point_id, report_digest)
);
create index disturbance_point on disturbance (point_id, happened_at);

-- What somebody said of the service to a guard: words, no person.
create table spoken_feedback (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  words text not null,
  noted_by uuid not null references person (id),
  noted_at timestamptz not null
);
create index spoken_feedback_point on spoken_feedback (point_id, noted_at);

create table silent_alarm (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  counter_id uuid references counter (id),
  raised_by uuid not null references person (id),
  raised_at timestamptz not null,
  ended_by uuid references person (id),
  ended_at timestamptz,
  disturbance_id uuid references disturbance (id) on delete set null,
  check ((ended_at is null) = (ended_by is null))
);
-- The key may be pressed many times in fear: it is one alarm.
create unique index silent_alarm_open on silent_alarm (point_id, raised_by) where ended_at is null;
create index silent_alarm_raised on silent_alarm (raised_at);

create table silent_alarm_coming (
  alarm_id uuid not null references silent_alarm (id) on delete cascade,
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (alarm_id, person_id)
);

-- A sitting at a self-service computer: nothing of who sits there.
create table computer_session (
  id uuid primary key default gen_random_uuid(),
  device_id uuid not null references queue_device (id),
  point_id uuid not null references service_point (id),
  started_at timestamptz not null,
  ended_at timestamptz,
  -- Did you get it done? Null: not said.
  got_done text check (got_done in ('yes', 'partly', 'no'))
);
create unique index computer_session_open on computer_session (device_id) where ended_at is null;
create index computer_session_point on computer_session (point_id, started_at);

create table computer_help (
  id uuid primary key default gen_random_uuid(),
  device_id uuid not null references queue_device (id),
  point_id uuid not null references service_point (id),
  asked_at timestamptz not null,
  taken_by uuid references person (id),
  taken_at timestamptz,
  ended_at timestamptz,
  check ((taken_at is null) = (taken_by is null))
);
-- One call a computer at a time.
create unique index computer_help_open on computer_help (device_id) where ended_at is null;
create index computer_help_point on computer_help (point_id) where ended_at is null;
