-- The day of an appointment at its point, and what its customer tells beforehand.
alter table appointment
  -- The step of the matter's path that says this time, and whether it stands there for nothing else.
  add column step_id uuid references step (id) on delete set null,
  add column step_made boolean not null default false,
  -- Said by telephone: they come by then.
  add column late_until timestamptz,
  add column arrived_at timestamptz,
  -- When serving began: punctuality is counted from it.
  add column served_at timestamptz,
  add column done_at timestamptz,
  add column missed_at timestamptz,
  -- Null with missed_at: nobody had come so long after the time.
  add column missed_by uuid references person (id);
create index appointment_expected on appointment (expected_id) where expected_id is not null;
create index appointment_to_come on appointment (starts_at) where state = 'confirmed';

-- So many minutes after the agreed time it is missed, when nobody has come and nothing has been said.
alter table bookable add column missed_after smallint not null default 30 check (missed_after between 5 and 720);

-- What the customer tells before they come: a form behind the link of the appointment.
create table previsit (
  appointment_id uuid primary key references appointment (id) on delete cascade,
  -- Encrypted: the need in their own words, special needs, language, who comes along and which papers they have.
  answers text not null,
  written_at timestamptz not null
);
