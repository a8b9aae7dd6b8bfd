-- A paper received at a desk (C8): what it is, when and where it arrived, where it lies now. The courses of custody stand in document_event.
create table document (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  -- Null: not yet known which need it belongs to; then only those who keep the matter see it.
  need_id uuid references need (id),
  -- The organisation that received it and answers for it until the authority has signed.
  owner_org uuid not null references organisation (id),
  -- The authority it is meant for; null: not known yet.
  organisation_id uuid references organisation (id),
  kind text not null check (kind in ('original', 'copy')),
  -- In neutral words: it stands on the receipt.
  title text not null check (title <> ''),
  pages smallint not null check (pages between 1 and 9999),
  -- An original that is given back, and the day by which.
  return_by date,
  -- When and where it first arrived: kept for ever, whatever becomes of it (hallintolaki 18 §, 21 §).
  arrived_at timestamptz not null,
  arrived_point_id uuid references service_point (id),
  arrived_place text not null default '',
  received_by uuid not null references person (id),
  state text not null default 'here' check (state in ('here', 'on-way', 'with-authority', 'coming-back', 'returned', 'sent-back')),
  -- Where it lies, while it is here: the point, and the shelf or who carries it in words.
  point_id uuid references service_point (id),
  place text not null default '',
  state_at timestamptz not null,
  version integer not null default 1,
  check (state not in ('returned', 'sent-back') or point_id is null)
);
create index document_matter on document (matter_id, arrived_at);
create index document_need on document (need_id, organisation_id) where need_id is not null;
create index document_owner on document (owner_org, state_at) where state not in ('returned', 'sent-back');
create index document_authority on document (organisation_id, state_at) where state not in ('returned', 'sent-back');

-- Arrival is a fact: no later deed moves it.
create function document_arrival_stays() returns trigger language plpgsql as $$
begin
  if (new.arrived_at, new.arrived_point_id, new.arrived_place, new.received_by) is distinct from
     (old.arrived_at, old.arrived_point_id, old.arrived_place, old.received_by) then
    raise exception 'a document''s arrival is not changed';
  end if;
  return new;
end $$;
create trigger document_arrival_stays before update on document for each row execute function document_arrival_stays();

-- Photos and scans of a document.
create table document_file (
  document_id uuid not null references document (id),
  file_id uuid not null references file (id),
  name text not null,
  position smallint not null,
  added_at timestamptz not null,
  added_by uuid not null references person (id),
  primary key (document_id, file_id),
  unique (document_id, position)
);
create index document_file_file on document_file (file_id);

-- The chain of custody: who had it, when and where. Only added to.
create table document_event (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity,
  document_id uuid not null references document (id),
  kind text not null check (kind in ('received', 'moved', 'handed', 'signed', 'handed-back', 'came-back', 'transferred', 'returned', 'sent-back')),
  at timestamptz not null,
  person_id uuid not null references person (id),
  -- On whose behalf the person did it.
  org uuid not null references organisation (id),
  point_id uuid references service_point (id),
  place text not null default '',
  -- Whose it was before, and whose it is now, when it was passed on to the right one (hallintolaki 21 §).
  from_org uuid references organisation (id),
  to_org uuid references organisation (id),
  identification text,
  note text not null default '',
  check (kind <> 'transferred' or to_org is not null),
  check (kind <> 'returned' or identification in ('known-contact', 'document-seen', 'strong', 'mandate'))
);
create index document_event_document on document_event (document_id, seq);
create function document_event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the chain of custody is only added to';
end $$;
create trigger document_event_stays before update or delete on document_event for each row execute function document_event_stays();
