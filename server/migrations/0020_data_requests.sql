-- What a customer has asked of the data kept of them: to correct, erase or restrict it (GDPR art. 16-18). It goes to the controller of the
-- records it is about, which is the organisation that keeps the matter: one row for each.
create table data_request (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id),
  -- Who asked: the customer, or who acts for them by a mandate.
  by_customer_id uuid not null references customer (id),
  kind text not null check (kind in ('correct', 'erase', 'restrict')),
  -- Null: all that this controller keeps of the customer.
  matter_id uuid references matter (id),
  owner_org uuid not null references organisation (id),
  words text not null check (words <> ''),
  asked_at timestamptz not null,
  -- A month from the asking (GDPR art. 12(3)).
  due_on date not null,
  outcome text check (outcome in ('done', 'partly', 'refused')),
  -- Said to the customer as it stands here.
  reason text not null default '',
  -- What the service itself removed when it was answered; everything else stays for as long as records must be kept.
  erased text[] not null default '{}' check (erased <@ array['contact-data', 'arrangements', 'digital-skill']),
  answered_at timestamptz,
  answered_by uuid references person (id),
  check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)),
  check (outcome is null or reason <> ''),
  check (erased = '{}' or (kind = 'erase' and outcome in ('done', 'partly')))
);
create index data_request_customer on data_request (customer_id, asked_at);
create index data_request_owner on data_request (owner_org, due_on) where outcome is null;
create index data_request_answered on data_request (owner_org, answered_at) where outcome is not null;
