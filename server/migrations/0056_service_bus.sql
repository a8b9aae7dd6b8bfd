-- The service bus (palvelubussi): a point that moves, and stands at its stops by a timetable.

-- What the bus itself is: on the point that moves.
create table bus (
  point_id uuid primary key references service_point (id),
  -- Packing up before it leaves, in minutes: no appointment reaches into them.
  leave_minutes smallint not null default 10 check (leave_minutes between 0 and 120),
  -- What is on board and how one gets in, per language; lines of text.
  on_board jsonb not null default '{}',
  accessibility jsonb not null default '{}',
  -- Whether one may come without a time.
  walk_in boolean not null default true,
  version integer not null default 1
);

create table bus_stop (
  id uuid primary key default gen_random_uuid(),
  bus_id uuid not null references bus (point_id),
  name jsonb not null,
  street text not null,
  postal_code text not null default '',
  -- The municipality.
  city text not null,
  -- WGS84, degrees.
  latitude double precision not null check (latitude between 59 and 71),
  longitude double precision not null check (longitude between 19 and 32),
  -- How one finds it, and how one gets in there, per language.
  finding jsonb not null default '{}',
  accessibility jsonb not null default '{}',
  active boolean not null default true,
  version integer not null default 1
);
create index bus_stop_bus on bus_stop (bus_id);

-- When it stands there: repeats every so many weeks, counted from the Monday of the anchor's week.
create table bus_stop_hours (
  id uuid primary key default gen_random_uuid(),
  stop_id uuid not null references bus_stop (id),
  every_weeks smallint not null default 1 check (every_weeks between 1 and 52),
  anchor date not null,
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) > 0),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' and closes > opens),
  valid_from date,
  valid_until date,
  on_holidays boolean not null default false,
  check (valid_until is null or valid_from is null or valid_until >= valid_from)
);
create index bus_stop_hours_stop on bus_stop_hours (stop_id);

-- Replaces the timetable of a date; no opening: the bus does not come.
create table bus_stop_exception (
  id uuid primary key default gen_random_uuid(),
  stop_id uuid not null references bus_stop (id),
  day date not null,
  opens text check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text check (closes ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' and closes > opens),
  check ((opens is null) = (closes is null))
);
create index bus_stop_exception_stop on bus_stop_exception (stop_id, day);

-- At which stop the customer was told to come: should the bus stand elsewhere then, they must be moved.
alter table appointment add column stop_id uuid references bus_stop (id);
create index appointment_stop on appointment (stop_id) where stop_id is not null;
