import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import { sign, verify } from '../../../platform/keys/keys.ts';
import { bookOwnStep } from '../../matters/path/booked/service.ts';
import type { StepToBook } from '../../matters/types.ts';
import type { ForMatter } from '../booking/confirming.ts';
import { type AppointmentRow, appointmentOf } from '../booking/queries.ts';
import type { PagesDeps } from '../pages/deps.ts';
import { timeOnPath } from './on-path.ts';

/**
 * A step that waits for the customer, without a time yet. Needs the aliases s and m. Of a customer under turvakielto none: what they write to be
 * reached by is not kept with their matter (661/2009, 36 §).
 */
const waits = sql`m.state = 'open' and s.who = 'customer' and s.state in ('planned', 'now') and s.at is null and s.owner_org = m.owner_org
  and not exists (select from appointment a where a.step_id = s.id and a.state = 'confirmed')
  and not exists (select from customer c where c.id = m.customer_id and c.restricted)`;

/** As many are looked through at once; a matter's page is no directory. */
const MOST_OFFERED = 12;

/**
 * What anybody may book that a step is about: a time for the very service of its need; else any of the organisation the step is with. Only the
 * customer's next step. Behind a link no authority is named unless the customer agreed (M13), and nothing of a secret step is told.
 */
export async function stepsToBook(db: Db, matterId: string, named: boolean): Promise<StepToBook[]> {
  const { rows } = await sql<StepToBook>`
    with next as (select s.id, s.secret, n.service_id as service, coalesce(s.organisation_id, n.organisation_id) as whose, m.names_agreed, m.owner_org as keeper
      from step s join matter m on m.id = s.matter_id left join need n on n.id = s.need_id
      where s.matter_id = ${matterId}::uuid and ${waits} order by s.state = 'now' desc, s.position limit 1),
    fitting as (select next.id as step, b.id, b.name, case when b.service_id = next.service then 1 when b.service_id is null then 2 else 3 end as near
      from next join bookable b on b.active and not b.fixed and b.who = 'public'
        and (b.service_id = next.service or b.organisation_id = next.whose and (b.service_id is null or next.service is null))
      where ${named} or (not next.secret and (next.names_agreed or b.organisation_id = next.keeper)))
    select step as "stepId", id as "serviceId", name from fitting where near = (select min(near) from fitting) order by name ->> 'fi', id limit ${MOST_OFFERED}`.execute(
    db,
  );
  return rows;
}

const PURPOSE = 'step-booking';
/** Long enough to choose a time and to write who comes; whoever comes back later books for nothing but themselves. */
const KEPT_HOURS = 1;

/** Who books for it: whoever holds the matter's link, or the customer who has signed in, and for whom. */
export type StepBooker = { kind: 'link' } | { kind: 'customer'; customerId: string; onBehalfOf: string | undefined };
type ToBook = Pick<StepToBook, 'stepId' | 'serviceId'>;

/** For which step a time is being booked in this browser, and by whom: signed, for `/b` alone, and in no address. */
export function keepStep(reply: FastifyReply, deps: PagesDeps, { stepId, serviceId }: ToBook, by: StepBooker): void {
  const until = deps.clock.now().add({ hours: KEPT_HOURS });
  const secure = deps.publicUrl.startsWith('https:');
  const options = { path: '/b', httpOnly: true, sameSite: 'lax' as const, secure, maxAge: KEPT_HOURS * 3600 };
  reply.setCookie(cookieName(deps), sign(deps.keys, PURPOSE, [stepId, serviceId, ...wordsOf(by)].join(' '), until), options);
}

const wordsOf = (by: StepBooker): string[] => (by.kind === 'link' ? [] : [by.customerId, ...(by.onBehalfOf ? [by.onBehalfOf] : [])]);

/** The step that the held time is for, if it is of the service that was chosen for it and the step still waits. */
export async function stepInHand(
  deps: PagesDeps,
  request: FastifyRequest,
  { id, bookableId }: AppointmentRow,
): Promise<ForMatter | undefined> {
  const token = request.cookies[cookieName(deps)];
  const [stepId, serviceId, customerId, onBehalfOf] = (token && verify(deps.keys, PURPOSE, token, deps.clock.now()))?.split(' ') ?? [];
  if (!stepId || serviceId !== bookableId) return undefined;
  const { rows } = await sql<{ matterId: string }>`select s.matter_id as "matterId" from step s join matter m on m.id = s.matter_id
    where s.id = ${stepId}::uuid and ${waits}`.execute(deps.db);
  const [of] = rows;
  if (!of) return undefined;
  return {
    matterId: of.matterId,
    step: async (trx) => {
      const time = await timeOnPath(trx, (await appointmentOf(trx, id)) as AppointmentRow);
      await bookOwnStep(trx, stepId, time, { requestId: request.id, ...doerOf(customerId, onBehalfOf) });
      return { stepId, made: false };
    },
  };
}

function doerOf(customerId: string | undefined, onBehalfOf: string | undefined) {
  if (!customerId) return { actorKind: 'link' as const };
  return { actorKind: 'customer' as const, actorCustomerId: customerId, ...(onBehalfOf ? { onBehalfOf } : {}) };
}

export const forgetStep = (reply: FastifyReply, deps: PagesDeps): void => void reply.clearCookie(cookieName(deps), { path: '/b' });

const cookieName = ({ publicUrl }: Pick<PagesDeps, 'publicUrl'>) => (publicUrl.startsWith('https:') ? '__Secure-polku-step' : 'polku-step');
