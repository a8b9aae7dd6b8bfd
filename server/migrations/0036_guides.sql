-- Short guides (ohje): how work is done here, kept by those who answer for it.
create table guide (
  id uuid primary key default gen_random_uuid(),
  owner_org uuid not null references organisation (id),
  owner_person_id uuid references person (id),
  review_on date not null,
  published_at timestamptz,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create index guide_owner on guide (owner_org);
create index guide_person on guide (owner_person_id) where owner_person_id is not null;

-- What a guide says and to whom, one row a version.
create table guide_version (
  guide_id uuid not null references guide (id),
  number integer not null,
  state text not null default 'draft' check (state in ('draft', 'offered', 'approved', 'published', 'past')),
  -- As GuideContent in knowledge/guides/schema.ts.
  content jsonb not null,
  change_note text not null default '',
  -- Everyone who has saved any of it: none of them approves it.
  writer_ids uuid[] not null,
  revision integer not null default 1,
  saved_at timestamptz not null,
  offered_by uuid references person (id),
  returned_note text not null default '',
  approved_by uuid references person (id),
  published_at timestamptz,
  primary key (guide_id, number),
  check (state not in ('approved', 'published', 'past') or not (approved_by = any (writer_ids))),
  check ((state in ('approved', 'published', 'past')) = (approved_by is not null))
);
create unique index guide_version_open on guide_version (guide_id) where state in ('draft', 'offered', 'approved');
create unique index guide_version_published on guide_version (guide_id) where state = 'published';
