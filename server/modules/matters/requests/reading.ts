import { dayOf } from '../../../platform/clock/day.ts';
import { NotFound } from '../../../platform/errors.ts';
import { permittedTasks } from '../../directory/service.ts';
import { sightOf } from '../policy.ts';
import type { Call, Desk } from '../types.ts';
import { listRequests } from './list-query.ts';
import { type PageRow, readRequestPage } from './page-query.ts';
import { type EntryKind, judge } from './rules.ts';
import type { RequestList, RequestPage, RequestView } from './schema.ts';
import { belowOf, holderOf, sidesOf } from './sides.ts';

/** `after`: the `next` of the screenful before. */
export async function readInbox(desk: Desk, call: Call, view: RequestView, after?: string): Promise<RequestList> {
  return listRequests(desk.db, call.actor, { view, after });
}

/** One request as this reader may see it, with what they may do to it now. @throws NotFound */
export async function readRequest(desk: Desk, call: Call, requestId: string): Promise<RequestPage> {
  const found = await readRequestPage(desk.db, call, sightOf(call.actor), requestId);
  if (!found) throw new NotFound();
  const { standing, ...page } = found;
  return { ...page, may: mayOf(call, page.request, standing.chain), advisorMay: await advisorMay(desk, page, standing) };
}

function mayOf(call: Call, request: RequestPage['request'], chain: PageRow['standing']['chain']): RequestPage['may'] {
  const asked = chain.find((one) => one.id === request.id);
  const sides = asked
    ? sidesOf(
        call.actor,
        asked,
        chain.find((one) => one.id === request.parentId),
      )
    : [];
  const standing = {
    state: request.state,
    tier: request.tier,
    below: belowOf(chain, request.id),
    holder: holderOf(request.toPersonId, call.actor.personId),
  };
  const may = (kind: EntryKind) => 'next' in judge(kind, sides, standing);
  return {
    claim: may('claimed') && standing.holder !== 'me',
    release: may('released'),
    answer: may('answered'),
    forward: may('forwarded'),
    askBack: may('asked-back'),
    reply: may('replied'),
    withdraw: may('withdrawn'),
    return: may('returned'),
  };
}

/** What the agreement lets the advisor do for the asked authority at the matter's point (223/2007): what an answer may ask of them. */
async function advisorMay(
  desk: Desk,
  page: Omit<PageRow, 'standing'>,
  { chain, matterPointId }: PageRow['standing'],
): Promise<RequestPage['advisorMay']> {
  const permitted = await permittedTasks(desk.db, {
    providerIds: chain.slice(0, 1).map((one) => one.ownerOrg),
    principalId: page.request.toOrganisationId,
    pointId: matterPointId,
    day: dayOf(desk.clock.now()),
    serviceName: page.need.serviceName ?? undefined,
  });
  return { tasks: permitted.tasks, validUntil: permitted.validUntil?.toString() ?? null };
}
