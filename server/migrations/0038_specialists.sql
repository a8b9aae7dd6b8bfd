-- Specialists (asiantuntijat): what the people of a unit know, in which languages they serve, how and when they are asked. Staff only.
create table specialist (
  person_id uuid primary key references person (id),
  -- Where they are asked; they are a member of it.
  unit_id uuid not null references unit (id),
  -- [{"fi", "sv", "en"}]
  skills jsonb not null,
  languages text[] not null,
  -- What they answer for.
  service_ids uuid[] not null default '{}',
  card_ids uuid[] not null default '{}',
  asked_by text[] not null check (asked_by <@ array['request', 'call']),
  phone text not null default '',
  -- Opening hours (platform/clock); null: when on duty.
  phone_hours jsonb,
  -- Opening hours of being on duty, in the zone of the unit.
  duty jsonb not null,
  -- Who is asked while they are away.
  backup_id uuid references specialist (person_id) on delete set null,
  version integer not null default 1,
  changed_at timestamptz not null,
  check (backup_id <> person_id)
);
create index specialist_unit on specialist (unit_id);
create index specialist_backup on specialist (backup_id);

-- What the person says of now. No history is kept: whether somebody answers is asked, their working day is not followed (759/2004, 21 §).
create table specialist_presence (
  person_id uuid primary key references specialist (person_id) on delete cascade,
  state text not null check (state in ('available', 'busy', 'away')),
  -- The end of the day it was said on, where the unit is.
  until timestamptz not null
);
create index specialist_presence_until on specialist_presence (until);
