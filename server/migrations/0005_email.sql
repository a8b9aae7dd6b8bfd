create table mailbox (
  id uuid primary key default gen_random_uuid(),
  address text not null unique,
  display_name jsonb not null,
  organisation_id uuid not null references organisation (id),
  unit_id uuid not null references unit (id),
  language text not null default 'fi',
  -- {"host", "port", "secure", "user", "folder"}; passwords apart, encrypted with the keyring.
  imap jsonb,
  imap_password_cipher text,
  smtp jsonb,
  smtp_password_cipher text,
  auto_answer boolean not null default true,
  active boolean not null default true,
  uid_validity bigint,
  last_uid bigint not null default 0,
  checked_at timestamptz,
  -- A stable code, never the server's words (they may hold addresses).
  trouble text
);

-- One row a fetched mail: what makes each mail be taken exactly once, whatever crashes.
create table mail_in (
  id uuid primary key default gen_random_uuid(),
  mailbox_id uuid not null references mailbox (id),
  -- Message-ID when there is one, and always the SHA-256 of the raw mail.
  message_id text,
  raw_hash text not null,
  uid_validity bigint,
  uid bigint,
  received_at timestamptz not null default now(),
  state text not null default 'taken' check (state in ('taken', 'quarantined', 'ignored')),
  kind text,
  code_name text,
  file_id uuid references file (id),
  message_ref uuid,
  unique (mailbox_id, raw_hash)
);
create unique index mail_in_message_id on mail_in (mailbox_id, message_id) where message_id is not null and state <> 'quarantined';

-- Which RFC 5322 Message-IDs belong to which message of ours: threading and bounces.
create table mail_thread (
  rfc_message_id text primary key,
  message_id uuid not null,
  matter_id uuid not null,
  customer_address_hash text,
  created_at timestamptz not null default now()
);
create index mail_thread_message on mail_thread (message_id);

-- At most one automatic answer per sender and hour; the sender is kept as a keyed hash.
create table mail_auto_answer (
  mailbox_id uuid not null references mailbox (id),
  sender_hash text not null,
  answered_at timestamptz not null,
  primary key (mailbox_id, sender_hash)
);
