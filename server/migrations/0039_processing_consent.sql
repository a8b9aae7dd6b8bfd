-- Data whose processing is restricted are changed by the person's consent alone (GDPR art. 18(2)): to what, in which words, how it was given and
-- who noted it. One row for each controller that restricts. The names of the details, never their values.
create table processing_consent (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references customer (id),
  owner_org uuid not null references organisation (id),
  details text[] not null check (details <> '{}' and details <@ array['kind', 'givenName', 'familyName', 'language', 'email', 'phone', 'street',
    'postalCode', 'city', 'contactWish', 'digitalSkill']),
  wording text not null check (length(wording) >= 3),
  language text not null,
  given_how text not null check (given_how in ('screen', 'paper', 'voice', 'email', 'web')),
  given_at timestamptz not null,
  noted_by uuid not null references person (id)
);
create index processing_consent_customer on processing_consent (customer_id, given_at);
