import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import { NotFound } from '../../../platform/errors.ts';
import { anyone } from '../../../platform/http/access.ts';
import { empty } from '../../../platform/http/answers.ts';
import { route } from '../../../platform/http/route.ts';
import type { Log } from '../../../platform/log/log.ts';
import type { Language } from '../../directory/types.ts';
import type { Actor, StaffAccess } from '../../identity/types.ts';
import type { Site } from './counts/queries.ts';
import { countRoutes } from './counts/routes.ts';
import type { SearchCounts } from './counts/service.ts';
import { textExists } from './expanding/queries.ts';
import { givenBy } from './expanding/service.ts';
import { findKnowledge } from './finding.ts';
import { ChoiceInput, GivenBy, LanguageWish, SearchAnswer, SearchInput, TextPlace } from './schema.ts';
import type { Search } from './service.ts';
import { synonymRoutes } from './synonyms/routes.ts';
import type { EntryKind, Reader } from './types.ts';

export type SearchDeps = StaffAccess & { db: Kysely<Tables>; clock: Clock; log: Log; search: Search };

/** Per address, typing included, and a library's whole hall or a telephone network is one address. */
const SEARCHES = { max: 1500, windowMs: 60_000 };

type Asker = {
  site: Site;
  language: Language;
  audience: 'everyone' | 'staff';
  organisationIds: string[];
  caller: string;
  reader: Reader | null;
};

/** @param counts one for all of the node's ways to search, so that who tries again in another way is not counted twice */
export function searchRoutes(app: FastifyInstance, deps: SearchDeps, counts: SearchCounts): void {
  deskRoutes(app, deps, counts);
  publicRoutes(app, deps, counts);
  synonymRoutes(app, deps);
  countRoutes(app, deps);
}

function deskRoutes(app: FastifyInstance, deps: SearchDeps, counts: SearchCounts): void {
  route(app, {
    method: 'POST',
    url: '/api/knowledge/search',
    summary: 'Search services, cards, places and all else that is known, for staff',
    access: deps.staff,
    body: SearchInput,
    answers: { 200: SearchAnswer },
    handle: async ({ body, caller }) => find(deps, counts, body, atDesk(deps, caller, body.language)),
  });

  route(app, {
    method: 'POST',
    url: '/api/knowledge/search/choices',
    summary: 'Tell which hit was chosen for the words, so that what finds nothing useful can be mended',
    access: deps.staff,
    body: ChoiceInput,
    answers: { 204: empty },
    handle: async ({ body, caller }) => choose(deps, counts, body, atDesk(deps, caller, body.language)),
  });

  route(app, {
    method: 'GET',
    url: '/api/knowledge/service-texts/:id',
    summary: 'All who give the service that a hit names, and all its places',
    access: deps.staff,
    params: TextPlace,
    query: LanguageWish,
    answers: { 200: GivenBy },
    handle: async ({ params, query, caller }) => readGivenBy(deps, params.id, atDesk(deps, caller, query.language)),
  });
}

function publicRoutes(app: FastifyInstance, deps: SearchDeps, counts: SearchCounts): void {
  route(app, {
    method: 'POST',
    url: '/api/public/knowledge/search',
    summary: 'Search what is known and meant for everyone',
    access: anyone,
    body: SearchInput,
    limit: SEARCHES,
    answers: { 200: SearchAnswer },
    handle: async ({ body, request }) => find(deps, counts, body, inPublic(request, body.language)),
  });

  route(app, {
    method: 'POST',
    url: '/api/public/knowledge/search/choices',
    summary: 'Tell which public hit was chosen for the words',
    access: anyone,
    body: ChoiceInput,
    limit: SEARCHES,
    answers: { 204: empty },
    handle: async ({ body, request }) => choose(deps, counts, body, inPublic(request, body.language)),
  });

  route(app, {
    method: 'GET',
    url: '/api/public/knowledge/service-texts/:id',
    summary: 'All who give the service that a public hit names, and all its places',
    access: anyone,
    params: TextPlace,
    query: LanguageWish,
    limit: SEARCHES,
    answers: { 200: GivenBy },
    handle: async ({ params, query, request }) => readGivenBy(deps, params.id, inPublic(request, query.language)),
  });
}

async function find(deps: SearchDeps, counts: SearchCounts, input: SearchInput, asker: Asker): Promise<SearchAnswer> {
  const answer = await findKnowledge(deps, { ...input, ...asker });
  // Empty because it is still warming says nothing of the words.
  const isCounted = !input.typing && input.words !== '' && !(answer.warming && answer.hits.length === 0);
  if (isCounted) await counts.searched({ ...asker, words: input.words, found: answer.hits.length > 0 });
  return answer;
}

/** What the caller cannot see is counted no more than what is not there, and told no differently. */
async function choose({ search }: SearchDeps, counts: SearchCounts, { words, kind, id }: ChoiceInput, asker: Asker): Promise<void> {
  if (!search.shown(asker, kind as EntryKind, id)) return;
  const readable = await search.readable(asker.reader, [{ kind, id, alike: [] }]);
  if (readable.length > 0) await counts.chose({ ...asker, words, kind, id });
}

async function readGivenBy({ db, search }: SearchDeps, id: string, asker: Asker): Promise<GivenBy> {
  if (!search.shown(asker, 'service', id) || !(await textExists(db, Number(id)))) throw new NotFound();
  return givenBy(db, Number(id), asker);
}

function atDesk({ clock }: SearchDeps, actor: Actor, language: Language = actor.language): Asker {
  const organisationIds = [...new Set(actor.grants.map((grant) => grant.organisationId))];
  const reader = { actor, today: dayOf(clock.now()) };
  return { site: 'desk', language, audience: 'staff', organisationIds, caller: actor.personId, reader };
}

function inPublic(request: FastifyRequest, language: Language = 'fi'): Asker {
  return { site: 'public', language, audience: 'everyone', organisationIds: [], caller: request.ip, reader: null };
}
