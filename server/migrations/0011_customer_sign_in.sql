-- Who a customer is by strong identification. Found by keyed hash, shown to nobody; the cipher is bound to this row. A person may have both
-- a Finnish identity code and a foreign identifier (eIDAS), a company has its business id.
create table customer_identity (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id),
  kind text not null check (kind in ('identity-code', 'foreign', 'business')),
  -- 'keyid.hash' (HMAC): looked up under every key of the ring.
  hash text not null,
  key_id text not null,
  cipher text not null,
  -- How it was learned: signed in, a document seen by a member of staff, or named by a mandate.
  learned text not null check (learned in ('signed-in', 'document-seen', 'mandate')),
  created_at timestamptz not null default now(),
  unique (kind, hash),
  unique (customer_id, kind)
);
alter table customer drop column identity_code_cipher, drop column identity_code_hash;

-- For whom else a customer may act, as the mandate register said when asked (Suomi.fi e-Authorizations).
create table mandate (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id),
  principal_id uuid not null references customer (id),
  kind text not null check (kind in ('person', 'company')),
  roles text[] not null default '{}',
  created_at timestamptz not null default now(),
  until timestamptz not null,
  ended_at timestamptz,
  check (customer_id <> principal_id)
);
create index mandate_customer on mandate (customer_id) where ended_at is null;

create table customer_session (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the cookie's token: a stolen table opens no session.
  token_hash text not null unique,
  customer_id uuid not null references customer (id),
  -- How strongly they were identified, as the provider vouched.
  acr text not null,
  acting_for_customer_id uuid references customer (id),
  mandate_id uuid references mandate (id),
  identified_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- For the provider's own sign-out only, forgotten with it.
  id_token text,
  check ((acting_for_customer_id is null) = (mandate_id is null))
);
create index customer_session_customer on customer_session (customer_id) where ended_at is null;

-- Somebody who holds a matter's link or slip has signed in and says that it is theirs. Until a keeper confirms it, nothing more opens.
create table matter_claim (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  customer_id uuid not null references customer (id),
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references person (id),
  check ((state = 'waiting') = (decided_at is null))
);
create unique index matter_claim_waiting on matter_claim (matter_id, customer_id) where state = 'waiting';
create index matter_claim_matter on matter_claim (matter_id);
create index matter_claim_customer on matter_claim (customer_id);

-- Which customer did it, and for whom when it was not for themselves.
alter table audit_entry add column actor_customer_id uuid, add column on_behalf_of uuid;

-- A message that a signed-in customer wrote: who, and for whom by a mandate. Null: a link's holder or another channel.
alter table message add column by_customer_id uuid references customer (id), add column on_behalf_of uuid references customer (id);
