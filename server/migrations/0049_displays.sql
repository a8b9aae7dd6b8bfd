-- What displays show and say besides calls: slides, who is at a point and when, and a point's own voice.

-- A slide of a point's displays: words of its own, or today's authorities.
create table info_slide (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  kind text not null check (kind in ('words', 'today')),
  -- {"fi": "...", "sv": "...", "en": "..."}; lines of `body` are parted by line feeds. Null on a slide of today's authorities.
  title jsonb,
  body jsonb,
  picture_id uuid references file (id),
  -- What the picture shows, for those who do not see it.
  alt jsonb,
  -- Both days inclusive; null: without a beginning or an end.
  shown_from date,
  shown_until date,
  seconds smallint not null default 12 check (seconds between 5 and 120),
  position integer not null default 0,
  active boolean not null default true,
  version integer not null default 1,
  check ((kind = 'words') = (title is not null)),
  check (kind = 'words' or picture_id is null),
  check (shown_until >= shown_from)
);
create index info_slide_point on info_slide (point_id, position);

-- When an authority is at a point, where that is not simply the point's own hours.
create table authority_presence (
  id uuid primary key default gen_random_uuid(),
  point_id uuid not null references service_point (id),
  organisation_id uuid not null references organisation (id),
  -- Within the point's own hours.
  opening jsonb not null,
  direction text check (direction in ('left', 'right', 'ahead', 'back', 'up', 'down')),
  -- Where to go, without a counter: a call to a counter named here would tell whose customer is called.
  place jsonb,
  version integer not null default 1,
  unique (point_id, organisation_id)
);

-- A piece of a spoken call in the point's own voice: 'letter-A', 'digit-7' or 'counter-<id>'.
create table call_recording (
  point_id uuid not null references service_point (id),
  language text not null check (language in ('fi', 'sv', 'en')),
  piece text not null check (piece ~ '^(letter-[A-Z]|digit-[0-9]|counter-[0-9a-f-]{36})$'),
  file_id uuid not null references file (id),
  recorded_at timestamptz not null default now(),
  primary key (point_id, language, piece)
);
