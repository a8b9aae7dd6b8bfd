-- A change notice (muutostiedote): what is new, for all staff; some must be read, and it is known who has.
create table bulletin (
  id uuid primary key default gen_random_uuid(),
  owner_org uuid not null references organisation (id),
  -- {"fi": {"title", "body"}, "sv": ..., "en": ...}
  texts jsonb not null,
  must_read boolean not null default false,
  published_on date not null,
  -- When what it tells of comes into force; null: at once.
  in_force_on date,
  -- The last day it is news.
  shows_until date not null,
  -- The services it changes: their cards tell of it.
  service_ids uuid[] not null default '{}',
  -- The points it concerns; all when none is named.
  point_ids uuid[] not null default '{}',
  version integer not null default 1,
  created_by uuid references person (id),
  changed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  check (shows_until >= published_on)
);
create index bulletin_news on bulletin (shows_until) where withdrawn_at is null;

create table bulletin_read (
  bulletin_id uuid not null references bulletin (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (bulletin_id, person_id)
);
