-- The service directory: what the national service directory (PTV, Palvelutietovaranto) says, as imported, and what is written here.
-- Names and texts are jsonb by language: {"fi": ..., "sv": ..., "en": ...}; a language that is missing has no key.

-- An organisation as the directory names it. `organisation_id`: which of the installation's organisations it is, when one is.
create table ptv_organisation (
  id uuid primary key default gen_random_uuid(),
  source text not null default 'ptv' check (source in ('ptv', 'own')),
  names jsonb not null,
  kind text not null default 'other',
  business_code text,
  parent_id uuid,
  organisation_id uuid references organisation (id),
  content_hash text not null default '',
  modified_at timestamptz,
  retired_at timestamptz
);
create index ptv_organisation_ours on ptv_organisation (organisation_id) where organisation_id is not null;

-- National classifications. The code list was renamed once: old addresses still come in and mean the same class.
create table classification (
  scheme text not null check (scheme in ('life-event', 'service-class', 'target-group')),
  code text not null,
  uri text not null unique,
  old_uri text unique,
  parent_code text,
  names jsonb not null,
  primary key (scheme, code)
);

-- National texts that many municipalities' services point at (pohjakuvaus).
create table general_description (
  id uuid primary key,
  texts jsonb not null,
  classes jsonb not null default '{}',
  charge text,
  content_hash text not null,
  modified_at timestamptz,
  retired_at timestamptz
);

-- Each distinct text once, however many municipalities share it: search ranks these and then expands to who provides them.
create table service_text (
  id bigint generated always as identity primary key,
  hash text not null unique,
  -- {"fi": {"name", "summary", "description", "instruction", "eligibility", "charge", "deadline", "processing", "validity"}, ...}
  texts jsonb not null,
  life_events text[] not null default '{}',
  service_classes text[] not null default '{}',
  target_groups text[] not null default '{}',
  -- Subject terms (KOKO) and keywords by language: {"fi": ["..."]}
  terms jsonb not null default '{}'
);

create table service (
  id uuid primary key default gen_random_uuid(),
  source text not null default 'ptv' check (source in ('ptv', 'own')),
  general_id uuid references general_description (id),
  -- Texts with the general description merged in, so that a reader joins nothing.
  text_id bigint not null references service_text (id),
  responsible_id uuid references ptv_organisation (id),
  producer_ids uuid[] not null default '{}',
  type text not null default 'service' check (type in ('service', 'permit', 'qualification')),
  charge text,
  languages text[] not null default '{}',
  -- {"nationwide": true} or {"municipalities": ["491"], "names": {...}}
  area jsonb not null default '{}',
  -- [{"names": {...}, "links": {...}}]
  legislation jsonb not null default '[]',
  content_hash text not null default '',
  modified_at timestamptz,
  retired_at timestamptz
);
create index service_of_text on service (text_id) where retired_at is null;
create index service_general on service (general_id) where general_id is not null;
create index service_responsible on service (responsible_id) where retired_at is null;

-- How a service is reached: an e-service, a web page, a telephone, a form, a place.
create table service_channel (
  id uuid primary key default gen_random_uuid(),
  source text not null default 'ptv' check (source in ('ptv', 'own')),
  kind text not null check (kind in ('e-service', 'web-page', 'phone', 'form', 'place')),
  responsible_id uuid references ptv_organisation (id),
  -- {"fi": {"name", "summary", "description"}, ...}
  texts jsonb not null,
  languages text[] not null default '{}',
  -- {"fi": [{"name": "", "url": ""}]}
  links jsonb not null default '{}',
  -- {"fi": [{"number": "", "charge": "free|local|other", "note": ""}]}
  phones jsonb not null default '{}',
  emails jsonb not null default '{}',
  -- As platform/clock's OpeningHours; null where none are told.
  opening jsonb,
  -- What hours say in words, by language.
  opening_notes jsonb not null default '{}',
  -- {"street": {...}, "number": "", "postalCode": "", "city": {...}, "note": {...}}; null but for a place.
  address jsonb,
  -- WGS84 degrees, from ETRS-TM35FIN metres.
  latitude double precision,
  longitude double precision,
  -- Sentences by language: [{"group": {...}, "sentences": {"fi": [..]}}]
  accessibility jsonb not null default '[]',
  needs_sign_in boolean not null default false,
  form_code text,
  -- The installation's own service point that this place is.
  point_id uuid references service_point (id),
  content_hash text not null default '',
  modified_at timestamptz,
  retired_at timestamptz,
  check ((latitude is null) = (longitude is null))
);
create index service_channel_kind on service_channel (kind) where retired_at is null;
create index service_channel_responsible on service_channel (responsible_id) where retired_at is null;
create index service_channel_point on service_channel (point_id) where point_id is not null;

create table service_by_channel (
  service_id uuid not null references service (id),
  channel_id uuid not null references service_channel (id),
  position integer not null default 0,
  note jsonb not null default '{}',
  primary key (service_id, channel_id)
);
create index service_by_channel_channel on service_by_channel (channel_id);

create table service_collection (
  id uuid primary key,
  names jsonb not null,
  descriptions jsonb not null default '{}',
  responsible_id uuid references ptv_organisation (id),
  service_ids uuid[] not null default '{}',
  content_hash text not null default '',
  modified_at timestamptz,
  retired_at timestamptz
);
