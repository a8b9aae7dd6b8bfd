import type { FastifyInstance } from 'fastify';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../platform/db/tables.ts';
import { type Db, inTransaction } from '../../platform/db/transaction.ts';
import { Invalid } from '../../platform/errors.ts';
import { route } from '../../platform/http/route.ts';
import { allOrganisations, findUnit, requireSharedKeeper } from '../directory/service.ts';
import { byOf, recordChange } from '../identity/service.ts';
import type { By, StaffAccess } from '../identity/types.ts';
import { FormKey, WebForm, WebFormInput, WebFormList } from './schema.ts';

export type FormsDeps = StaffAccess & { db: Kysely<Tables> };

export function formRoutes(app: FastifyInstance, { db, staffWith }: FormsDeps): void {
  route(app, {
    method: 'GET',
    url: '/api/admin/web-forms',
    summary: 'The forms of the public site that feed a unit of their own',
    access: staffWith('administrator'),
    answers: { 200: WebFormList },
    handle: async () => ({ forms: await allForms(db) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/admin/web-forms/:key',
    summary: 'Say which unit a form of the public site feeds',
    access: staffWith('administrator'),
    params: FormKey,
    body: WebFormInput,
    answers: { 200: WebForm },
    handle: async (call) => feedUnit(db, byOf(call), { key: call.params.key, unitId: call.body.unitId }),
  });
}

async function allForms(db: Db): Promise<WebForm[]> {
  return (await sql<WebForm>`select key, unit_id as "unitId" from web_form order by key`.execute(db)).rows;
}

/** The site is common to all, so its forms are kept by those who keep the common texts. @throws Invalid `not-a-front-office` */
async function feedUnit(db: Kysely<Tables>, by: By, form: WebForm): Promise<WebForm> {
  return inTransaction(db, async (trx) => {
    requireSharedKeeper(by.actor, await allOrganisations(trx));
    const unit = await findUnit(trx, form.unitId);
    if (!unit?.active || unit.tier !== 1) throw new Invalid('not-a-front-office', { fields: ['unitId'] });
    await sql`insert into web_form (key, unit_id) values (${form.key}, ${form.unitId}::uuid)
      on conflict (key) do update set unit_id = excluded.unit_id`.execute(trx);
    await recordChange(trx, by, 'web-form.change', form.unitId, unit.organisationId);
    return form;
  });
}
