-- What everyday words mean to the search, beside the defaults of the product and in place of them.
create table synonym (
  -- Made from language and word: one word is one row (search/synonyms/defaults.ts).
  id uuid primary key,
  language text not null check (language in ('fi', 'sv', 'en')),
  word text not null check (length(word) between 2 and 60),
  meanings text[] not null check (cardinality(meanings) > 0),
  -- Each finds the other.
  both_ways boolean not null default false,
  -- A default that is switched off is a row that is not active.
  active boolean not null default true,
  organisation_id uuid not null references organisation (id),
  made_by uuid not null references person (id),
  changed_at timestamptz not null,
  unique (language, word)
);

-- How often words are searched for, and how it went; nothing of who searched. Words are empty where the text might name somebody.
create table search_count (
  day date not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  site text not null check (site in ('desk', 'public')),
  words text not null check (length(words) <= 80),
  times integer not null default 0,
  unfound integer not null default 0,
  chosen integer not null default 0,
  primary key (day, language, site, words)
);
create index search_count_words on search_count (language, words);

-- What was chosen for which words.
create table search_choice (
  day date not null,
  language text not null,
  words text not null,
  kind text not null,
  entry_id text not null,
  times integer not null default 1,
  primary key (day, language, words, kind, entry_id)
);

-- Words that a content owner has dealt with: they are shown again when they come after that day.
create table search_settled (
  language text not null,
  words text not null,
  settled_on date not null,
  settled_by uuid not null references person (id),
  primary key (language, words)
);
