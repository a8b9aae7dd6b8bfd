-- Several at once: a visit of many authorities, a family at one appointment, meetings of many people, courses of several meetings.

-- More than one person for one appointment, and what each further one adds.
alter table bookable
  add column most_people smallint not null default 1 check (most_people between 1 and 20),
  add column minutes_each smallint not null default 0 check (minutes_each between 0 and 120),
  -- Given only at set times for many (an info session, a course): nobody books a time of their own.
  add column fixed boolean not null default false;

-- A course of several meetings (sarja), booked as a whole.
create table booking_series (
  id uuid primary key default gen_random_uuid(),
  bookable_id uuid not null references bookable (id),
  owner_org uuid not null references organisation (id),
  cancelled_at timestamptz,
  created_by uuid references person (id),
  created_at timestamptz not null
);

-- A set time for many. `taken` is counted under the row's lock; the check is the backstop.
create table booking_session (
  id uuid primary key,
  bookable_id uuid not null references bookable (id),
  series_id uuid references booking_series (id),
  position smallint not null default 0,
  -- Null: remote.
  point_id uuid references service_point (id),
  owner_org uuid not null references organisation (id),
  way text not null check (way in ('point', 'remote', 'phone', 'bus')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity smallint not null check (capacity between 1 and 500),
  taken smallint not null default 0 check (taken between 0 and capacity),
  -- The appointment that takes its room and leader, once for all who come.
  house_id uuid not null unique references appointment (id),
  cancelled_at timestamptz,
  created_by uuid references person (id),
  created_at timestamptz not null,
  check (ends_at > starts_at)
);
create index booking_session_start on booking_session (starts_at) where cancelled_at is null;
create index booking_session_series on booking_session (series_id, position) where series_id is not null;

-- Appointments agreed as one: the parts of a visit, the meetings of a course. One confirmation, one code, one page.
create table joint_booking (
  id uuid primary key,
  kind text not null check (kind in ('visit', 'series')),
  series_id uuid references booking_series (id),
  secret_hash text not null unique,
  -- Encrypted: as of an appointment.
  contact text,
  -- Of a visit: where and when the customer is expected, once for all of its parts.
  expected_id uuid references expected_visit (id),
  language text not null default 'fi',
  -- The authority that asked the customer to come, and is told when they did not.
  asked_by uuid references organisation (id),
  sequence integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  check ((kind = 'series') = (series_id is not null))
);

alter table appointment
  add column people smallint not null default 1 check (people between 1 and 20),
  add column session_id uuid references booking_session (id),
  add column joint_id uuid references joint_booking (id);
create index appointment_session on appointment (session_id) where session_id is not null;
create index appointment_joint on appointment (joint_id) where joint_id is not null;

-- Who came, meeting by meeting. `told`: said beforehand that they would not come.
create table attendance (
  appointment_id uuid primary key references appointment (id),
  mark text not null check (mark in ('present', 'told', 'absent')),
  marked_by uuid not null references person (id),
  marked_at timestamptz not null
);

-- A meeting that was missed, told to the authority that had asked the customer to come. Taken back when the mark is.
create table missed_meeting (
  appointment_id uuid primary key references appointment (id),
  organisation_id uuid not null references organisation (id),
  told_at timestamptz not null,
  withdrawn_at timestamptz,
  seen_by uuid references person (id),
  seen_at timestamptz
);
create index missed_meeting_open on missed_meeting (organisation_id, told_at) where withdrawn_at is null and seen_at is null;

-- A letter of all that was agreed as one.
alter table appointment_letter
  alter column appointment_id drop not null,
  add column joint_id uuid references joint_booking (id),
  add check (num_nonnulls(appointment_id, joint_id) = 1),
  add constraint joint_told_once unique (joint_id, version, kind);

-- Where a visit goes on, with the agreed times: steps of its chain from the moment they come. [{"queueId": ..., "dueAt": ...}]
alter table expected_visit add column following jsonb not null default '[]';

-- How many minutes a customer may have between two services of one visit; none: fifteen.
create table visit_setting (
  point_id uuid primary key references service_point (id),
  most_between smallint not null check (most_between between 0 and 120)
);
