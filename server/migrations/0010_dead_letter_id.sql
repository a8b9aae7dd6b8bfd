-- What an administrator names when a given-up reaction is to be tried again.
alter table event_dead_letter add column id uuid not null default gen_random_uuid() unique;
