import type { FastifyInstance } from 'fastify';
import { route } from '../../../../platform/http/route.ts';
import { byId } from '../../../../platform/http/shapes.ts';
import { byOf } from '../../../identity/service.ts';
import type { SearchDeps } from '../routes.ts';
import { Synonym, SynonymChange, SynonymInput, SynonymList } from './schema.ts';
import { addSynonym, changeSynonym, listSynonyms } from './service.ts';

export function synonymRoutes(app: FastifyInstance, { db, clock, search, staffWith }: SearchDeps): void {
  const keepers = staffWith('administrator', 'development-team');
  const deps = { db, clock, relearn: search.relearn };

  route(app, {
    method: 'GET',
    url: '/api/admin/search/synonyms',
    summary: 'What everyday words mean: the own ones and the defaults',
    access: keepers,
    answers: { 200: SynonymList },
    handle: async ({ caller }) => ({ synonyms: await listSynonyms(db, caller) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/admin/search/synonyms',
    summary: 'Add a word and what it means; searches find by it at once',
    access: keepers,
    body: SynonymInput,
    answers: { 201: Synonym },
    handle: async (call) => ({ status: 201, body: await addSynonym(deps, byOf(call), call.body) }),
  });

  route(app, {
    method: 'PUT',
    url: '/api/admin/search/synonyms/:id',
    summary: 'Change what a word means, or switch it off or on',
    access: keepers,
    params: byId,
    body: SynonymChange,
    answers: { 200: Synonym },
    handle: async (call) => changeSynonym(deps, byOf(call), call.params.id, call.body),
  });
}
