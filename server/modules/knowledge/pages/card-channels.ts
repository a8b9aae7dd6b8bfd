import type { ResidentCard } from '../cards/residents.ts';
import type { ServiceView } from '../services/types.ts';
import type { Channel } from './ways.ts';

const KINDS = { 'e-service': 'e-service', form: 'form', page: 'web-page' } as const;

/** Links of the card that the directory does not have, as channels like the rest. */
export function channelsOfCard(service: ServiceView, card: ResidentCard | null): Channel[] {
  const known = new Set(service.channels.flatMap(({ links }) => Object.values(links).flatMap((each) => each.map(({ url }) => url))));
  const added = (card?.links ?? []).filter(({ url }) => !known.has(url));
  return added.map(({ kind, url, name }) => ({
    id: service.id,
    source: 'own',
    kind: KINDS[kind],
    responsible: null,
    texts: { [card?.language ?? 'fi']: { name } },
    languages: [],
    links: { [card?.language ?? 'fi']: [{ name, url }] },
    phones: {},
    emails: {},
    opening: null,
    openingNotes: {},
    address: null,
    place: null,
    accessibility: [],
    needsSignIn: false,
    formCode: null,
    pointId: null,
    modifiedAt: null,
    retiredAt: null,
    note: {},
  }));
}
