-- Waits for this key's turn and then looks whether a call with it has been answered: one round trip for both. The look takes its
-- snapshot when the lock is ours (each statement of a volatile function does), so it sees what a twin has just committed.
create function turn_of_key(turn bigint, caller_is text, route_is text, key_is text) returns setof idempotency language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(turn);
  return query select * from idempotency where caller = caller_is and route = route_is and key = key_is;
end $$;
