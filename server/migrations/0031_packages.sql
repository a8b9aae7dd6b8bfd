-- A life event's package (elämäntapahtumapaketti): what is to be done, with whom and in which order. One tap makes it a matter's path.
create table life_package (
  id uuid primary key default gen_random_uuid(),
  owner_org uuid not null references organisation (id),
  -- Code of the national life event it is for; null: the region's own.
  life_event text,
  -- {"texts": {"fi": {"title", "intro"}}, "steps": [{"texts": {"fi": {"title", "note"}}, "who", "organisationId", "serviceId", "channel", "deadlineDays"}]}
  content jsonb not null,
  active boolean not null default true,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid references person (id)
);
create unique index life_package_of_event on life_package (life_event) where active and life_event is not null;

-- What a package said before each change, for who asks what a matter's path was made from.
create table life_package_version (
  package_id uuid not null references life_package (id),
  version integer not null,
  content jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid references person (id),
  primary key (package_id, version)
);
