-- Instants on the wire: ISO 8601 with Z, for answers that PostgreSQL builds as JSON.
create function iso(t timestamptz) returns text language sql immutable strict parallel safe as $$
  select to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Audit: who looked at or changed whose data, when and why (tiedonhallintalaki 17 §). Insert-only: by grant (app role) and by trigger (everyone).
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  request_id uuid,
  person_id uuid,
  -- 'staff', 'customer', 'link', 'system' or 'anonymous'
  actor_kind text not null,
  organisation_ids uuid[] not null default '{}',
  action text not null,
  purpose text not null,
  outcome text not null default 'done' check (outcome in ('done', 'refused')),
  matter_id uuid,
  customer_id uuid,
  -- The organisation whose rows were touched: limits who may review this line.
  owner_org uuid,
  subjects uuid[] not null default '{}'
);
create index audit_entry_matter on audit_entry (matter_id, id) where matter_id is not null;
create index audit_entry_customer on audit_entry (customer_id, id) where customer_id is not null;
create index audit_entry_at on audit_entry using brin (at);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit is append-only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_audit_change();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_audit_change();

-- Directory -----------------------------------------------------------------------------------------------------------------
create table organisation (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  name jsonb not null,
  short_name jsonb not null,
  kind text not null check (kind in ('municipality', 'state', 'kela', 'wellbeing', 'association', 'company', 'other')),
  valid_from date not null default '2020-01-01',
  -- Exclusive: the first day the organisation is no more; open matters then follow the successor.
  valid_until date,
  successor_id uuid references organisation (id),
  check (valid_until is null or valid_until > valid_from),
  check (successor_id is null or valid_until is not null)
);

create table service_point (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  organisation_id uuid not null references organisation (id),
  name jsonb not null,
  -- What this kind of place is called here ("Suomi-piste", "Palvelubussi"): data, never code.
  type_label jsonb not null,
  mobile boolean not null default false,
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  phone text not null default '',
  zone text not null default 'Europe/Helsinki',
  opening jsonb not null default '{"weekly": [], "exceptions": [], "holidaysClosed": true}',
  valid_from date not null default '2020-01-01',
  valid_until date
);

create table unit (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  organisation_id uuid not null references organisation (id),
  point_id uuid references service_point (id),
  name jsonb not null,
  tier smallint not null check (tier between 1 and 3),
  opening jsonb not null default '{"weekly": [], "exceptions": [], "holidaysClosed": true}',
  -- Open minutes the unit promises to answer within, and how many open minutes before that a reminder goes.
  answer_minutes integer not null default 480 check (answer_minutes > 0),
  remind_minutes integer not null default 120 check (remind_minutes >= 0),
  successor_id uuid references unit (id),
  -- Where an overdue request escalates to.
  escalates_to_id uuid references unit (id),
  active boolean not null default true
);
create index unit_organisation on unit (organisation_id);

-- What a provider's advisors may do for a principal (laki julkisen hallinnon yhteispalvelusta 223/2007, 6-8 §).
create table agreement (
  id uuid primary key default gen_random_uuid(),
  principal_id uuid not null references organisation (id),
  provider_id uuid not null references organisation (id),
  point_id uuid references service_point (id),
  -- Null: every service of the principal.
  service_name jsonb,
  tasks text[] not null check (tasks <@ array['inform', 'guide', 'help-fill', 'receive']),
  -- In the principal's words: what is allowed and what is not, per language: {"fi": {"may": [..], "mayNot": [..]}, ...}
  wording jsonb not null default '{}',
  training_owed jsonb not null default '[]',
  valid_from date not null,
  -- Inclusive: agreements are written "31.12.2027 asti".
  valid_until date not null,
  check (valid_until >= valid_from)
);
create index agreement_provider on agreement (provider_id, principal_id);

-- Configurable lists (reasons for coming, arrangements, outcomes ...): data with defaults.
create table list_item (
  list text not null,
  key text not null,
  label jsonb not null,
  extra jsonb not null default '{}',
  position integer not null default 0,
  active boolean not null default true,
  primary key (list, key)
);

-- People and what they may do -------------------------------------------------------------------------------------------------
create table person (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  title jsonb not null default '{}',
  -- iss + sub of the identity provider; null until the first sign-in, which joins by verified e-mail.
  oidc_issuer text,
  oidc_subject text,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  settings jsonb not null default '{}',
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  unique (oidc_issuer, oidc_subject)
);

create table person_grant (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  role text not null,
  organisation_id uuid not null references organisation (id),
  point_id uuid references service_point (id),
  valid_from date not null default '2020-01-01',
  valid_until date,
  revoked_at timestamptz
);
create unique index person_grant_once on person_grant (person_id, role, organisation_id, coalesce(point_id, '00000000-0000-0000-0000-000000000000')) where revoked_at is null;
create index person_grant_organisation on person_grant (organisation_id);

create table unit_member (
  unit_id uuid not null references unit (id),
  person_id uuid not null references person (id),
  primary key (unit_id, person_id)
);
create index unit_member_person on unit_member (person_id);

-- Identity ----------------------------------------------------------------------------------------------------------------------
create table staff_session (
  id uuid primary key default gen_random_uuid(),
  -- SHA-256 of the cookie's token: a stolen table opens no session.
  token_hash text not null unique,
  person_id uuid not null references person (id),
  -- Where the person sits today: decides which agreements hold.
  point_id uuid references service_point (id),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  id_token text
);
create index staff_session_person on staff_session (person_id) where ended_at is null;

-- Between leaving for the identity provider and coming back: minutes.
create table sign_in_attempt (
  state_hash text primary key,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  created_at timestamptz not null default now()
);

-- What an unidentified customer holds: 160 random bits, of which only the hash is here.
create table secret_link (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  matter_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);
create index secret_link_matter on secret_link (matter_id);

-- Texts sent to customers: notices, auto-answers, written instructions, per language incl. plain Finnish (fi-x-plain).
create table text_template (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  kind text not null check (kind in ('notice', 'auto-answer', 'instruction', 'answer')),
  organisation_id uuid references organisation (id),
  -- {"fi": {"subject": "", "body": ""}, "fi-x-plain": {...}, "sv": {...}, "en": {...}}
  texts jsonb not null,
  active boolean not null default true,
  updated_at timestamptz not null default now()
);
