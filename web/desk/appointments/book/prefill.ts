import type { MatterPage } from '../../../../server/modules/matters/schema.ts';
import type { BookableOffer } from '../../../shared/api/booked.ts';

export type Language = 'fi' | 'sv' | 'en';

/** What of a booking is known before anything has been asked. */
export type Known = {
  matter: { id: string; title: string } | null;
  /** The step that comes next. */
  step: { id: string; title: string; organisationId: string | null; channel: string | null } | null;
  organisationId: string | null;
  name: string;
  email: string;
  phone: string;
  language: Language;
  needs: string[];
};

const nothing: Known = { matter: null, step: null, organisationId: null, name: '', email: '', phone: '', language: 'fi', needs: [] };

/** Of a matter everything is known: whose it is, in which language, with what, and which step comes next. */
export function knownOf(page: MatterPage | null, specialNeeds: readonly string[]): Known {
  if (!page) return nothing;
  const { customer } = page;
  // A step that has a time already is another meeting.
  const step = page.steps.find(({ state, at, who }) => (state === 'now' || state === 'planned') && at === null && who !== 'staff');
  const open = page.needs.find(({ outcome, organisationId }) => !outcome && organisationId);
  return {
    matter: { id: page.id, title: page.title },
    step: step ?? null,
    organisationId: step?.organisationId ?? open?.organisationId ?? null,
    name: [customer.givenName, customer.familyName].filter(Boolean).join(' '),
    email: customer.email ?? '',
    phone: customer.phone ?? '',
    language: page.language === 'sv' || page.language === 'en' ? page.language : 'fi',
    needs: [...new Set(customer.arrangements.map(({ kind }) => kind))].filter((kind) => specialNeeds.includes(kind)),
  };
}

/** Whether the next step is most likely what the time is booked for: with the same authority, or a meeting. */
export function isMeant({ step }: Known, service: BookableOffer | undefined): boolean {
  if (!step || !service) return false;
  if (step.organisationId) return step.organisationId === service.organisationId;
  return step.channel !== null && ['counter', 'video', 'phone'].includes(step.channel);
}

/** Those of the authority that comes next stand first; the only one of it is chosen. */
export function ordered(
  services: readonly BookableOffer[],
  organisationId: string | null,
): { services: BookableOffer[]; likely: string | null } {
  const theirs = services.filter((one) => one.organisationId === organisationId);
  const others = services.filter((one) => one.organisationId !== organisationId);
  return { services: [...theirs, ...others], likely: theirs.length === 1 ? (theirs[0]?.id ?? null) : null };
}

/** A point, or how else one is served. */
export type Place = { id: string; placeId: string | null; way: 'point' | 'remote' | 'phone' | 'bus' };

/** Where a service is given: where one sits comes first. */
export function placesOf(service: BookableOffer | undefined, ownPointId: string | null): Place[] {
  if (!service) return [];
  const atPoint = service.ways.find((way) => way === 'point' || way === 'bus');
  const points = atPoint ? service.placeIds.map((placeId) => ({ id: placeId, placeId, way: atPoint })) : [];
  const others = service.ways.flatMap((way) => (way === 'remote' || way === 'phone' ? [{ id: way, placeId: null, way }] : []));
  return [...points.filter(({ id }) => id === ownPointId), ...points.filter(({ id }) => id !== ownPointId), ...others];
}

/** What can be given at the same point on the same visit as a service, in turn; at a meeting of many, or elsewhere than at a point, nothing. */
export function besides(service: BookableOffer | undefined, place: Place | undefined, services: readonly BookableOffer[]): BookableOffer[] {
  const pointId = place?.way === 'point' && !service?.fixed ? place.placeId : null;
  if (!pointId) return [];
  return services.filter(
    ({ id, fixed, ways, placeIds }) => id !== service?.id && !fixed && ways.includes('point') && placeIds.includes(pointId),
  );
}
