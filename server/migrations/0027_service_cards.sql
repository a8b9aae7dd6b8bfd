-- Service cards (palvelukortti): what tier 1 may answer about a service, kept by those who answer for it.
create table service_card (
  id uuid primary key default gen_random_uuid(),
  -- The directory's service that it stands on; null: it stands alone.
  service_id uuid references service (id),
  -- Whose service it is; null: nobody's in particular.
  organisation_id uuid references organisation (id),
  owner_org uuid not null references organisation (id),
  owner_person_id uuid references person (id),
  review_on date not null,
  published_at timestamptz,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create index service_card_service on service_card (service_id) where service_id is not null;
create index service_card_owner on service_card (owner_org);
create index service_card_person on service_card (owner_person_id) where owner_person_id is not null;

-- What a card says, one row a version.
create table card_version (
  card_id uuid not null references service_card (id),
  number integer not null,
  state text not null default 'draft' check (state in ('draft', 'offered', 'approved', 'published', 'past')),
  -- As CardContent in knowledge/cards/schema.ts.
  content jsonb not null,
  change_note text not null default '',
  -- Everyone who has saved any of it: none of them approves it.
  writer_ids uuid[] not null,
  revision integer not null default 1,
  saved_at timestamptz not null,
  offered_by uuid references person (id),
  returned_note text not null default '',
  approved_by uuid references person (id),
  -- The day it comes into force; null: when it is approved.
  publish_on date,
  published_at timestamptz,
  primary key (card_id, number),
  check (state not in ('approved', 'published', 'past') or not (approved_by = any (writer_ids))),
  check ((state in ('approved', 'published', 'past')) = (approved_by is not null))
);
create unique index card_version_open on card_version (card_id) where state in ('draft', 'offered', 'approved');
create unique index card_version_published on card_version (card_id) where state = 'published';
create index card_version_coming on card_version (publish_on) where state = 'approved';

-- "This helped" and "this was wrong": one word of each person of each version.
create table card_verdict (
  id uuid primary key default gen_random_uuid(),
  card_id uuid not null,
  number integer not null,
  person_id uuid not null references person (id),
  helped boolean not null,
  why text not null default '',
  said_at timestamptz not null,
  unique (card_id, number, person_id),
  foreign key (card_id, number) references card_version (card_id, number)
);

-- What a card's owner has to do.
create table card_task (
  id uuid primary key default gen_random_uuid(),
  card_id uuid not null references service_card (id),
  kind text not null check (kind in ('wrong', 'review', 'link')),
  verdict_id uuid references card_verdict (id),
  -- The link that does not work, or the review date.
  about text not null default '',
  opened_at timestamptz not null,
  handled_at timestamptz,
  -- Null with a time: it put itself right.
  handled_by uuid references person (id),
  note text not null default '',
  check ((kind = 'wrong') = (verdict_id is not null)),
  check (handled_at is not null or handled_by is null)
);
create index card_task_open on card_task (card_id) where handled_at is null;
create unique index card_task_of_verdict on card_task (verdict_id) where handled_at is null;
create unique index card_task_once on card_task (card_id, kind, about) where handled_at is null and kind <> 'wrong';

-- Whether a card's link works, as the last night's visit found it.
create table card_link (
  url text primary key,
  fault text check (fault in ('not-found', 'server-error', 'no-such-name', 'no-answer', 'certificate', 'astray')),
  fault_since timestamptz,
  checked_at timestamptz not null,
  check ((fault is null) = (fault_since is null))
);
