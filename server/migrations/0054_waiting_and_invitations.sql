-- Waiting for a time that becomes free (jonotus vapautuvaan aikaan), and invitations to book (kutsu varaamaan).

-- How long whoever waits has to answer an offered time, in minutes, and how many offers in a row may go unanswered before the place is lost.
alter table bookable add column answer_minutes integer not null default 1440 check (answer_minutes between 60 and 20160),
  add column most_unanswered smallint not null default 2 check (most_unanswered between 1 and 10);

-- Somebody for whom no time suited, or who wants an earlier one than they have.
create table waiting (
  id uuid primary key,
  bookable_id uuid not null references bookable (id),
  way text not null check (way in ('point', 'remote', 'phone', 'bus')),
  -- Points that suit; none: remotely.
  point_ids uuid[] not null default '{}',
  weekdays smallint[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[] and cardinality(weekdays) > 0),
  -- Starts from this hour on and ends by that one, by the point's clock.
  from_hour smallint not null default 0 check (from_hour between 0 and 23),
  until_hour smallint not null default 24 check (until_hour between 1 and 24),
  from_day date,
  until_day date,
  language text not null,
  needs text[] not null default '{}',
  -- Encrypted: name, e-mail address and telephone number; empty a while after it has ended.
  contact text,
  -- Keyed hash of the number or address: one place in each line for one person.
  booker_hash text,
  secret_hash text not null unique,
  -- An agreed time that moves when an offer is taken.
  appointment_id uuid references appointment (id),
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'left', 'lost')),
  unanswered smallint not null default 0,
  joined_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  check (until_hour > from_hour)
);
create index waiting_line on waiting (bookable_id, joined_at, id) where state = 'waiting';
create unique index waiting_once on waiting (bookable_id, booker_hash) where state = 'waiting';
create index waiting_appointment on waiting (appointment_id) where state = 'waiting';

-- A time kept for one of them until they answer: `appointment_id` holds it.
create table waiting_offer (
  id uuid primary key,
  waiting_id uuid not null references waiting (id),
  appointment_id uuid not null unique references appointment (id),
  point_id uuid references service_point (id),
  starts_at timestamptz not null,
  -- When it was told, which is never at night; the time to answer runs from then.
  told_at timestamptz not null,
  answer_by timestamptz not null,
  state text not null default 'open' check (state in ('open', 'taken', 'declined', 'lapsed', 'left')),
  answered_at timestamptz,
  check (answer_by > told_at)
);
-- One at a time.
create unique index waiting_offer_open on waiting_offer (waiting_id) where state = 'open';
create index waiting_offer_due on waiting_offer (answer_by) where state = 'open';
create index waiting_offer_waiting on waiting_offer (waiting_id);

-- An authority asks the customer of a matter to book a time.
create table invitation (
  id uuid primary key,
  matter_id uuid not null references matter (id),
  customer_id uuid not null references customer (id),
  -- Who is responsible for what is written here: the matter's keeper.
  owner_org uuid not null references organisation (id),
  bookable_id uuid not null references bookable (id),
  way text not null check (way in ('point', 'remote', 'phone', 'bus')),
  point_ids uuid[] not null default '{}',
  -- The end of the last day on which to book.
  deadline timestamptz not null,
  language text not null,
  needs text[] not null default '{}',
  -- Encrypted: the customer's name, e-mail address and number as they were, and what the inviter wrote.
  content text,
  secret_hash text not null unique,
  state text not null default 'sent' check (state in ('sent', 'opened', 'booked', 'expired', 'withdrawn', 'cancelled')),
  -- Held, and then agreed, by it: one at a time.
  appointment_id uuid references appointment (id),
  step_id uuid references step (id),
  invited_by uuid not null references person (id),
  sent_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  check (state <> 'booked' or appointment_id is not null)
);
create index invitation_matter on invitation (matter_id, sent_at);
create index invitation_due on invitation (deadline) where state in ('sent', 'opened');
create unique index invitation_appointment on invitation (appointment_id) where appointment_id is not null;

-- What those who wait and those who are invited are told by e-mail, each thing once. To whom and in what words is read when it leaves.
create table booking_letter (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('joined', 'offered', 'unanswered', 'lost', 'invited', 'invitation-reminder', 'withdrawn')),
  -- The place in line, the offer or the invitation it is of.
  subject_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'passed', 'given-up')),
  not_before timestamptz not null,
  sending_since timestamptz,
  attempts smallint not null default 0,
  ended_at timestamptz,
  constraint booking_told_once unique (kind, subject_id)
);
create index booking_letter_due on booking_letter (not_before) where state in ('waiting', 'sending');
