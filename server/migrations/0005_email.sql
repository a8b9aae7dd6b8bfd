create table mailbox (
  id uuid primary key default gen_random_uuid(),
  address text not null unique check (address = lower(address)),
  display_name jsonb not null,
  organisation_id uuid not null references organisation (id),
  unit_id uuid not null references unit (id),
  language text not null default 'fi',
  -- {"host", "port", "security", "user", "folder"}; passwords apart, encrypted with the keyring.
  imap jsonb,
  imap_password_cipher text,
  smtp jsonb,
  smtp_password_cipher text,
  -- The server takes mail for local+anything@domain, so that a reply's address can say which matter it is about.
  plus_addresses boolean not null default true,
  auto_answer boolean not null default true,
  active boolean not null default true,
  uid_validity bigint,
  last_uid bigint not null default 0,
  checked_at timestamptz,
  -- Stable codes, never the server's words (they may hold addresses).
  trouble text,
  sending_trouble text,
  version integer not null default 1
);
create index mailbox_unit on mailbox (unit_id);
create index mailbox_organisation on mailbox (organisation_id);

-- One row a fetched mail: what makes each mail be taken exactly once, whatever crashes.
create table mail_in (
  id uuid primary key default gen_random_uuid(),
  mailbox_id uuid not null references mailbox (id),
  -- SHA-256 of the raw mail: the same mail fetched again.
  raw_hash text not null,
  -- SHA-256 of what two deliveries of one mail share: Message-ID, sender and date, or all but the trace fields.
  copy_hash text,
  uid_validity bigint,
  uid bigint,
  size bigint not null default 0,
  received_at timestamptz not null default now(),
  state text not null check (state in ('taken', 'quarantined', 'ignored')),
  kind text,
  -- Why it was ignored or quarantined: a stable code.
  reason text,
  tries integer not null default 0,
  -- The raw mail, where what was made of it is not all of it.
  file_id uuid references file (id),
  -- The message it became or marked.
  message_id uuid references message (id) on delete set null,
  unique (mailbox_id, raw_hash),
  unique (mailbox_id, copy_hash)
);
create index mail_in_quarantined on mail_in (mailbox_id, received_at) where state = 'quarantined';
create index mail_in_message on mail_in (message_id) where message_id is not null;
create index mail_in_file on mail_in (file_id) where file_id is not null;

-- Which RFC 5322 Message-IDs belong to which matter: threading and bounces. Anybody may name any id in a mail of their own.
create table mail_thread (
  rfc_message_id text not null,
  matter_id uuid not null references matter (id) on delete cascade,
  -- Null: an automatic answer of ours.
  message_id uuid references message (id) on delete cascade,
  direction text not null check (direction in ('in', 'out')),
  -- Who wrote an incoming mail, as a keyed hash.
  address_hash text,
  created_at timestamptz not null default now(),
  primary key (rfc_message_id, matter_id)
);
create index mail_thread_matter on mail_thread (matter_id, created_at);
-- A message keeps its Message-ID over all attempts to send it.
create unique index mail_thread_sent on mail_thread (message_id) where direction = 'out';
create index mail_thread_message on mail_thread (message_id) where direction = 'in';

-- The latest automatic answer to a sender, kept as a keyed hash: at most one an hour.
create table mail_auto_answer (
  sender_hash text primary key,
  mailbox_id uuid not null references mailbox (id),
  matter_id uuid not null references matter (id) on delete cascade,
  answered_at timestamptz not null,
  in_reply_to text,
  sent_at timestamptz,
  attempts integer not null default 0,
  due_at timestamptz not null
);
create index mail_auto_answer_due on mail_auto_answer (due_at) where sent_at is null;
