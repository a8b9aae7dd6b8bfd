-- A situation picture that its customer confirms or comments themselves: signed in, by a mandate, or behind the matter's link where it may be read there.
alter table mapping
  add column confirmed_by_customer uuid references customer (id),
  add column comment text,
  add column commented_how text check (commented_how in ('signed-in', 'mandate', 'link')),
  add column commented_at timestamptz,
  drop constraint mapping_confirmed_how_check,
  drop constraint mapping_check1,
  add constraint mapping_confirmed_how_check check (confirmed_how in ('screen', 'paper', 'voice', 'signed-in', 'mandate', 'link')),
  add constraint mapping_confirmed_check check (state <> 'confirmed' or (confirmed_at is not null and confirmed_how is not null
    and (confirmed_by is not null) = (confirmed_how in ('screen', 'paper', 'voice')))),
  add check ((comment is null) = (commented_how is null) and (comment is null) = (commented_at is null));

-- A number that its customer gave themselves, signed in, and nobody has tried.
alter table customer add column phone_unconfirmed boolean not null default false;

-- An e-mail address that a signed-in customer wants to be reached by. It is used for nothing until the code that was sent there has come back;
-- the code is made of the row's id by the keyring and stored nowhere.
create table contact_change (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id),
  email text not null,
  -- Wrong codes, which are few.
  tries smallint not null default 0 check (tries between 0 and 5),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  check (confirmed_at is null or ended_at is not null)
);
create unique index contact_change_open on contact_change (customer_id) where ended_at is null;

-- Letters to an address itself, in no matter: the code, and to the old address and the new one that contact details have changed. The address is
-- forgotten when the letter has left or been given up.
create table contact_letter (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id),
  kind text not null check (kind in ('code', 'changed')),
  change_id uuid references contact_change (id) on delete cascade,
  email text,
  language text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'given-up')),
  attempts integer not null default 0,
  not_before timestamptz not null,
  sending_since timestamptz,
  ended_at timestamptz,
  check ((kind = 'code') = (change_id is not null)),
  check (state in ('sent', 'given-up') or email is not null)
);
create index contact_letter_due on contact_letter (not_before) where state in ('waiting', 'sending');
