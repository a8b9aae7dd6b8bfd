-- Telling a visitor's phone by its browser's push service. One key for the installation, by which browsers agree to be told.
create table push_key (
  id text primary key,
  key_cipher text not null
);

-- The phone that is told of a visit: where to send and what to seal for, encrypted; gone when the visit ends.
create table visit_push (
  visit_id uuid primary key references visit (id) on delete cascade,
  subscription text not null,
  -- What has been told, each thing by its name: none is told twice.
  told text[] not null default '{}'
);
