-- What was shown to the customer before another organisation came to see a need, in which language, and how it ended (M6).
alter table share
  -- BCP 47: the language the wording was shown in.
  add column language text,
  -- Who ended it: the customer withdrew, or staff ended what was no longer needed.
  add column ended_by text check (ended_by in ('customer', 'staff')),
  -- A customer's withdrawal comes in a way of its own.
  add column ended_how text check (ended_how in ('screen', 'paper', 'voice', 'email', 'web')),
  add constraint share_given_how check (given_how in ('screen', 'paper', 'voice', 'email', 'web'));
