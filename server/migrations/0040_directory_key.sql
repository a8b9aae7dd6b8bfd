-- The key by which the national service directory is asked, given by an administrator; the server's own setting holds where there is none.
create table directory_key (
  id text primary key check (id = 'ptv'),
  key_cipher text not null,
  set_at timestamptz not null,
  set_by uuid references person (id)
);
