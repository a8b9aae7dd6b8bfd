-- A speakable number: digits with a Damm check digit, which catches every single wrong digit and every swapped pair.
create sequence matter_number_seq start 417283;
create function matter_number(n bigint) returns text language plpgsql immutable strict as $$
declare
  damm constant text := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
  check_digit int := 0;
  digit text;
begin
  foreach digit in array string_to_array(n::text, null) loop
    check_digit := substr(damm, check_digit * 10 + digit::int + 1, 1)::int;
  end loop;
  return n::text || check_digit::text;
end $$;

create table matter (
  id uuid primary key default gen_random_uuid(),
  number text not null unique default matter_number(nextval('matter_number_seq')),
  customer_id uuid not null references customer (id),
  title text not null,
  language text not null default 'fi',
  -- The organisation whose front office keeps the matter.
  owner_org uuid not null references organisation (id),
  unit_id uuid not null references unit (id),
  person_id uuid references person (id),
  point_id uuid references service_point (id),
  opened_channel text not null,
  opened_at timestamptz not null default now(),
  -- Where and when the matter first arrived: survives every transfer (hallintolaki 21 §).
  arrived_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'closed', 'merged')),
  -- Whose turn it is.
  awaits text not null default 'us' check (awaits in ('us', 'customer', 'authority', 'nobody')),
  awaits_since timestamptz not null default now(),
  -- The promise the age is shown against; null when the turn is not ours.
  due_at timestamptz,
  -- {"name": "...", "ground": "mandate|guardian|parent|company|other", "checked": false}
  acting_for jsonb,
  closed_at timestamptz,
  merged_into uuid references matter (id),
  customer_outcome text check (customer_outcome in ('handled', 'initiated', 'neither')),
  customer_outcome_at timestamptz,
  -- The customer agreed that paper and the page behind the link may name authorities; else they never do.
  names_agreed boolean not null default false,
  version integer not null default 1,
  -- What search may match. Signs become spaces, or an address, a date and a number would be words that no part of them finds.
  words tsvector generated always as (to_tsvector('simple', translate(left(title, 100000), '-./@_:,;+*#%&=()[]{}<>|\~^"''', repeat(' ', 40)))) stored
);
create index matter_customer on matter (customer_id);
create index matter_unit on matter (unit_id, awaits, awaits_since) where state = 'open';
create index matter_person on matter (person_id, awaits, awaits_since) where state = 'open';
create index matter_closed on matter (unit_id, closed_at) where state = 'closed';
create index matter_owner on matter (owner_org, opened_at);
-- A short pending list (kB): each search reads all of it, and whoever fills it sorts it in.
create index matter_words on matter using gin (words) with (gin_pending_list_limit = 512);

create table need (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  owner_org uuid not null references organisation (id),
  position integer not null default 1,
  -- The authority it belongs to; null: "not yet identified", then only the resident's own words.
  organisation_id uuid references organisation (id),
  service_id uuid,
  -- The service's name as it was when directed, in the staff member's language.
  service_name text,
  own_words text not null default '',
  state text not null default 'identified' check (state in ('identified', 'directed', 'in-hand', 'settled', 'dropped')),
  outcome text check (outcome in ('handled', 'initiated', 'neither')),
  outcome_why text,
  outcome_at timestamptz,
  outcome_by uuid references person (id),
  -- "Initiated" is a legal fact: the authority's receipt or reference. Without it a need is at most received for forwarding.
  receipt text,
  received_at timestamptz,
  received_point_id uuid references service_point (id),
  customer_outcome text check (customer_outcome in ('handled', 'initiated', 'neither')),
  created_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('simple', translate(left(own_words || ' ' || coalesce(service_name, ''), 100000), '-./@_:,;+*#%&=()[]{}<>|\~^"''', repeat(' ', 40)))) stored,
  check (outcome <> 'initiated' or receipt is not null)
);
create index need_matter on need (matter_id);
create index need_words on need using gin (words) with (gin_pending_list_limit = 512);

-- Disclosure: what another organisation may see of a matter, on which ground, until when (M6).
create table share (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  need_id uuid references need (id),
  organisation_id uuid not null references organisation (id),
  basis text not null check (basis in ('own', 'consent', 'law')),
  -- The wording shown to the customer, or the provision of law.
  ground text not null,
  given_how text,
  shared_by uuid references person (id),
  shared_at timestamptz not null default now(),
  until timestamptz,
  revoked_at timestamptz
);
create index share_matter on share (matter_id) where revoked_at is null;
create index share_organisation on share (organisation_id, shared_at) where revoked_at is null;
create unique index share_once on share (need_id, organisation_id) where revoked_at is null;

create table step (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  need_id uuid references need (id),
  owner_org uuid not null references organisation (id),
  position integer not null,
  title text not null,
  -- Whose step: the customer's own when null.
  organisation_id uuid references organisation (id),
  who text not null default 'customer' check (who in ('customer', 'staff', 'authority')),
  channel text,
  place text not null default '',
  at timestamptz,
  deadline_at timestamptz,
  state text not null default 'planned' check (state in ('planned', 'now', 'done', 'dropped')),
  done_at timestamptz,
  done_by uuid references person (id)
);
create index step_matter on step (matter_id, position);
create index step_deadline on step (deadline_at) where state in ('planned', 'now') and deadline_at is not null;

-- One occasion in a channel, with its wrap-up (tilastointi).
create table contact (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  need_id uuid references need (id),
  owner_org uuid not null references organisation (id),
  channel text not null check (channel in ('email', 'web', 'phone', 'counter', 'letter', 'sms', 'chat', 'video', 'social', 'self-service', 'internal')),
  direction text not null check (direction in ('in', 'out')),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  person_id uuid references person (id),
  point_id uuid references service_point (id),
  identification text not null default 'none',
  summary text not null default '',
  wrapped_at timestamptz,
  -- The wrap-up: keys of the configurable lists.
  reasons text[] not null default '{}',
  directed_by text,
  support_kinds text[] not null default '{}',
  how text[] not null default '{}',
  not_alone text[] not null default '{}',
  could_self_serve boolean,
  hops smallint,
  told_again boolean,
  guidance smallint check (guidance between 1 and 5),
  guidance_words text,
  version integer not null default 1
);
create index contact_matter on contact (matter_id, started_at);
create index contact_open on contact (person_id) where wrapped_at is null;

create table message (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  contact_id uuid references contact (id),
  need_id uuid references need (id),
  owner_org uuid not null references organisation (id),
  kind text not null check (kind in ('message', 'note', 'instruction')),
  direction text not null check (direction in ('in', 'out', 'internal')),
  channel text not null,
  language text not null default 'fi',
  sensitivity text not null default 'normal' check (sensitivity in ('normal', 'secret')),
  subject text not null default '',
  body text not null,
  -- Sanitised; shown in a sandboxed frame.
  body_html text,
  quoted text,
  recipient text,
  author_id uuid references person (id),
  -- The support request whose answer this tells.
  request_id uuid,
  -- received | noted | draft-less outgoing life: scheduled, sending, sent, bounced, failed (retrying), given-up, undone, waiting (told at a desk)
  state text not null check (state in ('received', 'noted', 'scheduled', 'sending', 'sent', 'failed', 'bounced', 'given-up', 'undone', 'waiting', 'told')),
  send_at timestamptz,
  sending_since timestamptz,
  attempts integer not null default 0,
  delivery_note text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  read_at timestamptz,
  words tsvector generated always as (to_tsvector('simple', translate(left(subject || ' ' || body, 100000), '-./@_:,;+*#%&=()[]{}<>|\~^"''', repeat(' ', 40)))) stored
);
create index message_matter on message (matter_id, created_at);
create index message_owner on message (owner_org, created_at);
create index message_due on message (send_at) where state in ('scheduled', 'failed');
create index message_sending on message (sending_since) where state = 'sending';
create index message_words on message using gin (words) with (gin_pending_list_limit = 512);
-- What a need shared with others may bring them: few among all.
create index message_need_words on message using gin (words) with (gin_pending_list_limit = 512) where need_id is not null;

create table message_file (
  message_id uuid not null references message (id),
  file_id uuid not null references file (id),
  name text not null,
  position smallint not null default 0,
  content_id text,
  primary key (message_id, file_id)
);
create index message_file_file on message_file (file_id);

-- A file a person has added but not yet sent with a message: only they may send it.
create table upload (
  file_id uuid primary key references file (id) on delete cascade,
  person_id uuid not null references person (id),
  name text not null
);

-- Tukipyyntö: tier 1 -> 2 -> 3 and the answer back down. `owner_org` asked first; `to_org` was asked here.
create table support_request (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  need_id uuid not null references need (id),
  owner_org uuid not null references organisation (id),
  root_id uuid not null references support_request (id),
  parent_id uuid references support_request (id),
  tier smallint not null check (tier in (2, 3)),
  asked_by uuid not null references person (id),
  asked_unit_id uuid not null references unit (id),
  to_unit_id uuid not null references unit (id),
  to_org uuid not null references organisation (id),
  to_person_id uuid references person (id),
  title text not null,
  question text not null,
  sensitivity text not null default 'normal' check (sensitivity in ('normal', 'secret')),
  customer_waiting boolean not null default false,
  state text not null default 'open' check (state in ('open', 'asked-back', 'forwarded', 'answer-below', 'answered', 'returned', 'withdrawn')),
  asked_at timestamptz not null default now(),
  due_at timestamptz not null,
  remind_at timestamptz,
  -- Since when it waits for somebody else (asked back, forwarded): its clock stands still until it comes back.
  away_since timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  answered_at timestamptz,
  answer text,
  -- 'tell': may be told to the customer as such; 'advisor': for the advisor only.
  answer_use text check (answer_use in ('tell', 'advisor')),
  told_at timestamptz,
  version integer not null default 1
);
-- One open request at a tier per need.
create unique index support_request_one_open on support_request (need_id, tier) where state in ('open', 'asked-back', 'forwarded', 'answer-below');
create index support_request_matter on support_request (matter_id);
create index support_request_root on support_request (root_id);
create index support_request_parent on support_request (parent_id) where parent_id is not null;
create index support_request_unit on support_request (to_unit_id, due_at) where state in ('open', 'asked-back', 'forwarded', 'answer-below');
create index support_request_due on support_request (due_at) where state in ('open', 'answer-below') and escalated_at is null;
create index support_request_answered_unit on support_request (to_unit_id, answered_at) where state = 'answered';
create index support_request_answered_person on support_request (to_person_id, answered_at) where state = 'answered';

create table support_request_entry (
  id uuid primary key default gen_random_uuid(),
  -- The order of entries made at one moment.
  seq bigint generated always as identity,
  request_id uuid not null references support_request (id),
  kind text not null check (kind in ('asked', 'claimed', 'asked-back', 'replied', 'forwarded', 'answered', 'returned', 'withdrawn', 'reminded', 'escalated', 'moved')),
  at timestamptz not null default now(),
  person_id uuid references person (id),
  text text not null default ''
);
create index support_request_entry_request on support_request_entry (request_id, at);

-- What happened to a matter that no other row tells.
create table happening (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  need_id uuid references need (id),
  owner_org uuid not null references organisation (id),
  kind text not null,
  at timestamptz not null default now(),
  person_id uuid references person (id),
  data jsonb not null default '{}'
);
create index happening_matter on happening (matter_id, at);

create table matter_link (
  matter_id uuid not null references matter (id),
  other_id uuid not null references matter (id),
  linked_by uuid references person (id),
  linked_at timestamptz not null default now(),
  primary key (matter_id, other_id),
  check (matter_id < other_id)
);
create index matter_link_other on matter_link (other_id);

-- Who has the matter open now; losing it in a crash costs nothing.
create unlogged table matter_presence (
  matter_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null default now(),
  primary key (matter_id, person_id)
);

create table draft (
  person_id uuid not null references person (id),
  -- 'matter:<id>', 'request:<id>' or 'new'
  place text not null,
  body jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (person_id, place)
);

-- Short advice counted in one tap, without a matter and without the advisor.
create table tally (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisation (id),
  point_id uuid references service_point (id),
  kind text not null,
  at timestamptz not null default now(),
  undone_at timestamptz
);
create index tally_today on tally (organisation_id, point_id, at);
