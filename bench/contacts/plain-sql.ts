import { randomUUID } from 'node:crypto';
import type pg from 'pg';
export type Ids = { ownerOrg: string; unitId: string; personId: string; kela: string };

/** The rows of one opened matter by prepared inserts, one transaction a matter: what the database itself can do. */
export async function insertMatter(client: pg.Client, ids: Ids): Promise<boolean> {
  const [matter, customer, contact] = [randomUUID(), randomUUID(), randomUUID()];
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  await run('begin', 'begin', []);
  await run('key', 'insert into idempotency (caller, route, key, body_hash, status, resource_id) values ($1, $2, $3, $4, 201, $5)', [
    `person:${ids.personId}`,
    'POST /api/matters',
    randomUUID(),
    'plain',
    matter,
  ]);
  await run('customer', 'insert into customer (id, known, given_name, family_name, phone) values ($1, true, $2, $3, $4)', [
    customer,
    'Veikko',
    'Lahdensuo',
    '050 000 1234',
  ]);
  await run(
    'matter',
    `insert into matter (id, customer_id, title, owner_org, unit_id, person_id, opened_channel, due_at) values ($1, $2, $3, $4, $5, $6, 'phone', now())`,
    [matter, customer, 'Muutto ja asumisen kulut', ids.ownerOrg, ids.unitId, ids.personId],
  );
  await run(
    'need',
    `insert into need (matter_id, owner_org, organisation_id, service_name, own_words, state) values ($1, $2, $3, $4, $5, 'directed')`,
    [matter, ids.ownerOrg, ids.kela, 'Asumistuki', 'Vuokra nousi, saanko tukea?'],
  );
  await run(
    'contact',
    `insert into contact (id, matter_id, owner_org, channel, direction, person_id, identification, summary) values ($1, $2, $3, 'phone', 'in', $4, 'claimed', $5)`,
    [contact, matter, ids.ownerOrg, ids.personId, 'Soitti muutosta'],
  );
  await run(
    'audit',
    `insert into audit_entry (request_id, person_id, actor_kind, organisation_ids, action, purpose, matter_id, customer_id, owner_org, subjects)
    values ($1, $2, 'staff', $3, 'matter.opened', 'advice', $4, $5, $6, $7)`,
    [randomUUID(), ids.personId, [ids.ownerOrg], matter, customer, ids.ownerOrg, [contact]],
  );
  await run('event', `insert into event (type, subject, data) values ('matter.opened', $1, $2)`, [
    matter,
    JSON.stringify({ ownerOrg: ids.ownerOrg, contactId: contact }),
  ]);
  await run('commit', 'commit', []);
  return true;
}
