-- How soon one gets an appointment, and whether it begins when it was agreed to: a row per day, service and place, and nothing of anybody in them.

-- Measured every morning, since what was free then is known to nobody later.
create table booking_availability (
  day date not null,
  bookable_id uuid not null references bookable (id),
  -- Null: remotely.
  point_id uuid references service_point (id),
  measured_at timestamptz not null,
  -- From the measuring to the first free time, and to the third that could still be booked if two others took what is before it. In real
  -- elapsed minutes and in days of the calendar (the same day: 0). Null: none as far as one may book.
  first_minutes integer,
  first_days smallint,
  third_minutes integer,
  third_days smallint,
  -- Of the coming four weeks, as far as one may book them: the minutes of those who serve, without what is blocked, and how many of them are taken.
  open_minutes integer not null,
  taken_minutes integer not null check (taken_minutes <= open_minutes),
  constraint booking_availability_once unique nulls not distinct (day, bookable_id, point_id)
);

-- The appointments of a day as they went. Counted anew for a few days, since the end of a visit may be written down late; kept when the
-- visits themselves are forgotten.
create table booking_punctuality (
  day date not null,
  bookable_id uuid not null references bookable (id),
  point_id uuid references service_point (id),
  -- Agreed to at the end, cancelled before it, nobody came.
  booked integer not null,
  cancelled integer not null,
  -- Of how many it is known whether somebody came.
  known integer not null,
  missed integer not null,
  -- Held on that day, whatever day for, and how many of them were not made an appointment.
  held integer not null,
  unused integer not null,
  -- Seconds from the agreed start to the arrival and to the beginning of service, in order of size: which belongs to which is not kept.
  arrivals integer[] not null,
  starts integer[] not null,
  constraint booking_punctuality_once unique nulls not distinct (day, bookable_id, point_id)
);

-- Who was expected is forgotten after a while, and the appointment stays.
alter table appointment drop constraint appointment_expected_id_fkey;
alter table appointment add constraint appointment_expected_id_fkey foreign key (expected_id) references expected_visit (id) on delete set null;

-- Who works at a point that is not their own is found by their hours there.
create index resource_hours_point on resource_hours (point_id) where point_id is not null;
