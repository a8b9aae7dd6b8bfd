create extension if not exists pg_trgm;

-- A customer is a row from the first contact on; `known` says whether anybody has told who it is.
create table customer (
  id uuid primary key default gen_random_uuid(),
  known boolean not null default false,
  kind text not null default 'person' check (kind in ('person', 'company', 'association')),
  given_name text not null default '',
  family_name text not null default '',
  -- BCP 47 or a key of the list serviceLanguages: the language of service, apart from the interface language.
  language text not null default 'fi',
  email text,
  phone text,
  street text,
  postal_code text,
  city text,
  contact_wish text check (contact_wish in ('email', 'phone', 'sms', 'letter', 'visit', 'link')),
  digital_skill text,
  -- Turvakielto, from the register and itself secret: masks every contact and location field everywhere.
  restricted boolean not null default false,
  -- Encrypted with the keyring, found by keyed hash; absent for some people.
  identity_code_cipher text,
  identity_code_hash text unique,
  merged_into uuid references customer (id),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  -- What search may match: a restricted customer is not found by contact data. The phone also as bare digits in the national form.
  search_text text generated always as (
    lower(given_name || ' ' || family_name || case when restricted then '' else ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' '
      || regexp_replace(regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'), '^(00)?358', '0') end)
  ) stored
);
-- A short pending list (kB): each search reads all of it, and whoever fills it sorts it in.
create index customer_search on customer using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 512);
create index customer_email on customer (lower(email)) where email is not null;
create index customer_phone on customer (phone) where phone is not null;

-- What is arranged for a person, never a diagnosis; each with its legal ground and end (M7).
create table arrangement (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id),
  kind text not null,
  -- E.g. the interpreter's language; short words only.
  detail text not null default '',
  legal_ground text not null default 'consent' check (legal_ground in ('consent', 'law', 'vital-interest')),
  asked_at text not null default '',
  noted_by uuid,
  noted_at timestamptz not null default now(),
  expires_on date,
  ended_at timestamptz
);
create index arrangement_customer on arrangement (customer_id) where ended_at is null;
create unique index arrangement_once on arrangement (customer_id, kind) where ended_at is null;
