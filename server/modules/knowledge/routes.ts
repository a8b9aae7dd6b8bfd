import type { FastifyInstance } from 'fastify';
import { searchCounts } from './search/counts/service.ts';
import { type SearchDeps, searchRoutes } from './search/routes.ts';

export type KnowledgeDeps = SearchDeps;

export function knowledgeRoutes(app: FastifyInstance, deps: KnowledgeDeps): void {
  const counts = searchCounts(deps);
  searchRoutes(app, deps, counts);
}
