import type { FoundEntry } from '../search/schema.ts';
import type { EntryKind } from '../search/types.ts';

/** What residents are shown of what can be found: the kinds that have a public page. */
export const residentKinds = [
  'service',
  'life-event',
  'e-service',
  'form',
  'place',
  'support-actor',
] as const satisfies readonly EntryKind[];
export type ResidentKind = (typeof residentKinds)[number];

/** The page of a hit; a service's text is shown as its nearest provider gives it. Undefined when nobody does. */
export function pageOf({ kind, id, providers }: Pick<FoundEntry, 'kind' | 'id' | 'providers'>): string | undefined {
  if (kind !== 'service') return PAGES[kind as ResidentKind]?.(id);
  const [first] = providers?.first ?? [];
  return first && `/services/${first.serviceId}`;
}

const PAGES: { [K in Exclude<ResidentKind, 'service'>]: (id: string) => string } & { service?: undefined } = {
  'life-event': (code) => `/life-events/${code}`,
  'e-service': (id) => `/channels/${id}`,
  form: (id) => `/channels/${id}`,
  place: (id) => `/places/${id}`,
  'support-actor': (id) => `/digital-support/${id}`,
};
