-- Time of somebody or something in which no customer is taken, and the calendar that somebody follows in a program of their own.

create table appointment_block (
  id uuid primary key,
  resource_id uuid not null references resource (id),
  during tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  -- 'away' does not say why: that a worker is ill is not written where colleagues read it (Act 759/2004 on privacy in working life, section 5).
  reason text not null check (reason in ('lunch', 'meeting', 'training', 'away', 'upkeep', 'other')),
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  -- Taken away again.
  ended_at timestamptz
);
create index appointment_block_live on appointment_block using gist (resource_id, during) where ended_at is null;

-- What of a block nobody has booked: the constraint holds between bookings and blocks too. Who is booked in the rest stays until moved.
alter table appointment_resource alter column appointment_id drop not null;
alter table appointment_resource add column block_id uuid references appointment_block (id);
alter table appointment_resource add constraint for_one_thing check ((appointment_id is null) <> (block_id is null));
create index appointment_resource_block on appointment_resource (block_id) where block_id is not null;

-- 'called-off': cancelled by us, who ask the customer to choose again.
alter table appointment_letter drop constraint appointment_letter_kind_check;
alter table appointment_letter add constraint appointment_letter_kind_check check (kind in ('confirmed', 'moved', 'cancelled', 'called-off', 'reminder'));

-- The secret address of one's own calendar: at most one lives; whoever has it reads codes and times, no customers.
create table calendar_feed (
  id uuid primary key,
  person_id uuid not null references person (id),
  secret_hash text not null unique,
  made_at timestamptz not null,
  ended_at timestamptz,
  -- The day on which a program last fetched it, so that one sees whether anything follows it.
  read_on date
);
create unique index calendar_feed_person on calendar_feed (person_id) where ended_at is null;
