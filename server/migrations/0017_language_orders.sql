-- An interpreter or a sign-language service to be ordered for an occasion of a matter: a task until it is settled (M7). What went wrong
-- is kept, since a failed language service is a failure of the service (hallintolaki 26 §, kielilaki 20 §, C12).
create table language_order (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  owner_org uuid not null references organisation (id),
  kind text not null check (kind in ('interpreter', 'sign-language', 'speech-to-text')),
  -- BCP 47 or the language's name as people say it; empty where the kind tells it.
  language text not null default '',
  way text not null check (way in ('on-site', 'video', 'phone')),
  at timestamptz not null,
  minutes integer not null check (minutes between 5 and 600),
  place text not null default '',
  state text not null default 'to-order' check (state in ('to-order', 'ordered', 'confirmed', 'done', 'failed', 'cancelled')),
  -- Whom it was ordered from, and what they call it.
  provider text not null default '',
  reference text not null default '',
  failed_why text check (failed_why in ('nobody-free', 'did-not-come', 'wrong-language', 'connection', 'other')),
  created_by uuid not null references person (id),
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  version integer not null default 1,
  check ((state = 'failed') = (failed_why is not null)),
  check ((state in ('done', 'failed', 'cancelled')) = (settled_at is not null))
);
create index language_order_matter on language_order (matter_id, at);
create index language_order_open on language_order (owner_org, at) where settled_at is null;
