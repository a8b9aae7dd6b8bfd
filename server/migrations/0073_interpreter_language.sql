-- Which language is interpreted for whoever needs an interpreter (ISO 639); null: not said, and any interpreter serves.
alter table appointment add column interpreter_language text check (interpreter_language ~ '^[a-z]{2,3}$');
alter table waiting add column interpreter_language text check (interpreter_language ~ '^[a-z]{2,3}$');
alter table invitation add column interpreter_language text check (interpreter_language ~ '^[a-z]{2,3}$');
