-- A slip of paper for a customer who has no telephone, e-mail, address or e-ID (M3): the matter's number and a PIN of six digits.
create table slip (
  id uuid primary key,
  matter_id uuid not null references matter (id),
  -- 'keyid.hash' (HMAC over the slip's id and the PIN): a million PINs are tried offline in a second, but not without the key.
  pin_hash text not null,
  -- Wrong ones in a row. Taken before the PIN is compared, so that no more than five are ever compared, however many come at once.
  tries smallint not null default 0 check (tries between 0 and 5),
  made_at timestamptz not null,
  made_by uuid not null references person (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  -- Revoked, or a new one has taken its place.
  ended_at timestamptz,
  ended_by uuid references person (id)
);
create unique index slip_one_of_matter on slip (matter_id) where ended_at is null;

-- A link that was made from something else (a slip): both end together.
alter table secret_link add column origin_id uuid;
create index secret_link_origin on secret_link (origin_id) where origin_id is not null;

-- Messages collected at a point of any organisation, by number and PIN. What it opens ends by itself at `expires_at`.
create table collecting (
  id uuid primary key default gen_random_uuid(),
  slip_id uuid not null references slip (id),
  matter_id uuid not null references matter (id),
  -- The occasion on the keeper's own timeline.
  contact_id uuid not null references contact (id),
  person_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  point_id uuid references service_point (id),
  identification text not null default 'none' check (identification in ('none', 'document-seen', 'strong', 'mandate')),
  started_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index collecting_person on collecting (person_id, expires_at) where ended_at is null;
