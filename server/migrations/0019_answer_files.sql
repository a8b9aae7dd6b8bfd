-- What a specialist gave with an answer: seen by whoever sees the answer.
create table support_request_file (
  request_id uuid not null references support_request (id),
  file_id uuid not null references file (id),
  name text not null,
  position smallint not null default 0,
  primary key (request_id, file_id)
);
create index support_request_file_file on support_request_file (file_id);
