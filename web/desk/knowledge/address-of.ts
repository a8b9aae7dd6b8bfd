import type { KnowledgeHit } from '../../shared/api/knowledge.ts';

/** The page of its own that a hit has: the desk's, else the one residents read; undefined where it has none. */
export function addressOf({ kind, id, providers }: Pick<KnowledgeHit, 'kind' | 'id' | 'providers'>): string | undefined {
  const [first] = providers?.first ?? [];
  if (kind === 'card') return `/desk/knowledge/cards/${id}`;
  if (kind === 'specialist') return `/desk/knowledge/specialists/${id}`;
  if (kind === 'guide') return `/desk/knowledge/guides/${id}`;
  if (kind === 'service' && first) return `/desk/knowledge/services/${first.serviceId}`;
  if (kind === 'place') return `/places/${id}`;
  if (kind === 'life-event') return `/life-events/${id}`;
  return undefined;
}
