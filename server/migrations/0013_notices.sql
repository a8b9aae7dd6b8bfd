-- What a customer is told of their matter without asking (M3), in neutral words that are made when it leaves. One row is one notice in one
-- channel; several things that happen within minutes go out in one.
create table notice (
  id uuid primary key default gen_random_uuid(),
  matter_id uuid not null references matter (id),
  customer_id uuid not null references customer (id),
  owner_org uuid not null references organisation (id),
  channel text not null check (channel in ('email', 'sms', 'suomifi', 'paper', 'collect')),
  -- Channels that have refused it for good: the next one is chosen among the others.
  tried text[] not null default '{}',
  language text not null,
  -- paper waits to be printed, collect waits for the customer at any point.
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'given-up', 'printed', 'collected')),
  -- After the customer's quiet hours, and after the minutes in which further things join it.
  not_before timestamptz not null,
  sending_since timestamptz,
  attempts integer not null default 0,
  -- What the channel calls it, and its answer without addresses.
  external_id text,
  delivery_note text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references person (id)
);
create index notice_matter on notice (matter_id, created_at);
create index notice_due on notice (not_before) where state in ('waiting', 'failed');
create index notice_sending on notice (sending_since) where state = 'sending';
create index notice_to_do on notice (owner_org, channel, created_at) where state in ('waiting', 'given-up');

-- One thing that happened. Its name is the proof that it is told once, whatever events it comes by and however often they are handled.
create table notice_thing (
  thing text primary key,
  notice_id uuid not null references notice (id) on delete cascade,
  kind text not null check (kind in ('need-in-hand', 'need-moved', 'need-initiated', 'need-settled', 'need-ended', 'deadline', 'message-waits')),
  need_id uuid references need (id),
  -- When a deadline is near: the deadline.
  deadline_at timestamptz,
  happened_at timestamptz not null default now()
);
create index notice_thing_notice on notice_thing (notice_id);

-- A customer's own wishes about notices; without a row, the installation's settings hold.
create table notice_wish (
  customer_id uuid primary key references customer (id),
  -- usual: as the installation has it · none: at any hour · own: the local times below.
  quiet text not null default 'usual' check (quiet in ('usual', 'none', 'own')),
  quiet_from time,
  quiet_until time,
  zone text not null default 'Europe/Helsinki',
  deadlines boolean not null default true,
  check (quiet <> 'own' or (quiet_from is not null and quiet_until is not null))
);

-- Text messages that have been handed over for sending: the demo shows them, and a provider will take them from here.
create table sms_out (
  id uuid primary key,
  phone text not null,
  text text not null,
  created_at timestamptz not null default now()
);
create index sms_out_newest on sms_out (created_at desc);
