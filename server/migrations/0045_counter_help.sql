-- A colleague asked to a counter, quietly: since when, and who comes.
alter table counter add column help_asked_at timestamptz, add column help_taken_by uuid references person (id);
