-- Which unit a form of the public site feeds. A form without a row feeds the first front office (tier 1) of a municipality.
create table web_form (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{1,59}$'),
  unit_id uuid not null references unit (id)
);
