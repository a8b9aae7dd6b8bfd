-- Needs mapping (kartoitus): what a customer and an advisor found out together, at one sitting or over several, until a path is decided.
create table mapping (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  -- Whoever maps keeps it: a mapping goes to no other organisation with the matter.
  owner_org uuid not null references organisation (id),
  unit_id uuid not null references unit (id),
  -- Who has it in hand and alone writes in it; null: whoever of the unit comes first.
  person_id uuid references person (id),
  point_id uuid references service_point (id),
  state text not null default 'open' check (state in ('open', 'interrupted', 'decided', 'confirmed', 'dropped')),
  -- Where it stands, so that it is taken up again where it was left.
  at_group text not null default 'situation',
  -- The answers by question, see the module's schema.
  answers jsonb not null default '{}',
  -- The written situation picture by language: fi, sv, en, fi-x-plain.
  pictures jsonb not null default '{}',
  -- No link opens it; the customer may ask to read it behind theirs.
  secret boolean not null default true,
  -- Needs, arrangements, channel and why, steps and who chose, as they were when decided: what comes later does not change it.
  decision jsonb,
  decided_by uuid references person (id),
  decided_at timestamptz,
  confirmed_how text check (confirmed_how in ('screen', 'paper', 'voice')),
  -- Who saw or heard it confirmed.
  confirmed_by uuid references person (id),
  confirmed_at timestamptz,
  started_by uuid not null references person (id),
  started_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- What the one who hands it on says to the next.
  note text not null default '',
  version integer not null default 1,
  check (state not in ('decided', 'confirmed') or decision is not null),
  check (state <> 'confirmed' or (confirmed_how is not null and confirmed_by is not null and confirmed_at is not null))
);
-- One at a time for a matter.
create unique index mapping_one_open on mapping (matter_id) where state in ('open', 'interrupted', 'decided');
create index mapping_matter on mapping (matter_id);
create index mapping_unit on mapping (unit_id, changed_at) where state in ('open', 'interrupted', 'decided');
