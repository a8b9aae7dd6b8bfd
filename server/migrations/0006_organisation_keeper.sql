-- Whose administrators keep the details of an organisation that has none of its own here: the city keeps the agencies it hosts.
-- It opens names, hours and agreements, never people, grants or matters. Null: the organisation keeps itself.
alter table organisation add column kept_by_id uuid references organisation (id);
