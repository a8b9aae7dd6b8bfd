-- The open page of a life event asks which of all texts are of it.
create index service_text_life_events on service_text using gin (life_events);
