import { sql } from 'kysely';

/**
 * Seconds a step waited for its call, as everything that counts waits counts them: from joining the queue, and with an agreed time from
 * that time on, so that who comes early has not waited. Null when never called. @param step the alias of `visit_step`
 */
export function waited(step: string) {
  const [called, joined, due] = ['called_at', 'joined_at', 'due_at'].map((name) => sql.ref(`${step}.${name}`));
  return sql<number | null>`extract(epoch from ${called} - least(greatest(${joined}, ${due}), ${called}))`;
}
