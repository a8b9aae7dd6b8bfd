-- The import of the national service directory: what a service says of itself before the national text is merged in, and the runs.

-- Without it a changed general description could not be merged anew into services that the import does not bring again.
alter table service add column own jsonb not null default '{}';
alter table general_description
  add column type text check (type in ('service', 'permit', 'qualification')),
  add column legislation jsonb not null default '[]';

create table import_run (
  id uuid primary key default gen_random_uuid(),
  source text not null check (source in ('api-v11', 'api-v12', 'files')),
  -- everything: also tells what has been withdrawn. changes: what was modified since `since`.
  mode text not null check (mode in ('everything', 'changes')),
  -- asks: it would withdraw more than a tenth, and waits for a person's word. stopped: a person said no.
  state text not null default 'waiting' check (state in ('waiting', 'running', 'asks', 'done', 'failed', 'stopped')),
  since timestamptz,
  -- Where a run that was cut goes on: {"step": "services", "page": 12}
  position jsonb not null default '{}',
  -- {"services": {"total", "read", "written", "unchanged", "withdrawn", "faults"}, ...}
  counts jsonb not null default '{}',
  -- What would be withdrawn, by kind: {"services": {"known": 100, "missing": 20}}
  withdrawing jsonb not null default '{}',
  failure text,
  asked_by uuid references person (id),
  answered_by uuid references person (id),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  moved_at timestamptz,
  ended_at timestamptz
);
create index import_run_latest on import_run (created_at desc);
-- One at a time: two would write over each other's connections.
create unique index import_run_only_one on import_run ((true)) where state in ('waiting', 'running', 'asks');

-- What a run could not take, or took without something: a person at the source corrects it.
create table import_fault (
  id bigint generated always as identity primary key,
  run_id uuid not null references import_run (id) on delete cascade,
  step text not null,
  record_id text,
  name text,
  code text not null,
  detail text,
  -- Whether the record was left out whole.
  skipped boolean not null
);
create index import_fault_of_run on import_fault (run_id, id);

-- What a run of everything has met so far, so that what it never meets is known at its end. Emptied when the run ends.
create table import_seen (
  run_id uuid not null references import_run (id) on delete cascade,
  step text not null,
  record_id uuid not null,
  primary key (run_id, step, record_id)
);
