import type pg from 'pg';
import { StartError } from '../start-error.ts';

/**
 * The role the application acts as. It owns nothing, so no fault in it can change a table's shape, switch off a trigger or
 * rewrite the audit. Where DATABASE_URL is given, the pool's connections begin with this role set; the embedded database lets it log in.
 */
export const APP_ROLE = 'polku_app';

/** Written once and read; also kept so by triggers of their migrations. */
const INSERT_ONLY = ['audit_entry', 'document_event'];
/** The migrations' own record is none of the application's business. */
const READ_ONLY = ['migration'];

const QUEUE = 'graphile_worker';

/** Gives the role what it needs on everything that exists now; run after each migration. */
export async function grantToApp(owner: pg.Client): Promise<void> {
  await createRole(owner);
  await owner.query('begin');
  await owner.query(`
    grant usage on schema public, ${QUEUE} to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema public, ${QUEUE} to ${APP_ROLE};
    grant usage, select on all sequences in schema public, ${QUEUE} to ${APP_ROLE};
    grant execute on all functions in schema ${QUEUE} to ${APP_ROLE};
    alter default privileges in schema public grant select, insert, update, delete on tables to ${APP_ROLE};
    alter default privileges in schema public grant usage, select on sequences to ${APP_ROLE}`);
  for (const table of await existing(owner, [...INSERT_ONLY, ...READ_ONLY])) {
    await owner.query(`revoke ${READ_ONLY.includes(table) ? 'insert, ' : ''}update, delete on ${table} from ${APP_ROLE}`);
  }
  await admitToQueue(owner);
  await owner.query('commit');
}

async function createRole(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (rows.length === 0) await owner.query(`create role ${APP_ROLE} nologin`).catch(explainMissingRole);
  if (!(await mayActAs(owner))) await owner.query(`grant ${APP_ROLE} to current_user`).catch(explainMissingRole);
}

/** Tried out, as being a member is not enough: from PostgreSQL 16 on, the role's creator is one that may not take it. */
async function mayActAs(owner: pg.Client): Promise<boolean> {
  try {
    await owner.query(`set role ${APP_ROLE}`);
    await owner.query('reset role');
    return true;
  } catch {
    return false;
  }
}

function explainMissingRole(cause: unknown): never {
  throw new StartError(
    `The user of DATABASE_URL may not create the role ${APP_ROLE}: run "create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <that user>" as an administrator`,
    { cause },
  );
}

async function existing(owner: pg.Client, tables: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname = any($1)`,
    [tables],
  );
  return rows.map((row) => row.name);
}

/** The queue's tables have row security switched on and no policy: only their owner sees a row until we add one. */
async function admitToQueue(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class c where relnamespace = '${QUEUE}'::regnamespace and relrowsecurity
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '${APP_ROLE}')`,
  );
  for (const { name } of rows) {
    await owner.query(`create policy ${APP_ROLE} on ${QUEUE}.${name} to ${APP_ROLE} using (true) with check (true)`);
  }
}
