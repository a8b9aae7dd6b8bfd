import type { OpeningHours } from '../../../platform/clock/opening.ts';
import { dataBlock, type Html } from '../../../platform/http/html.ts';
import { told, toldList } from '../services/languages.ts';
import type { Address, ChannelView } from '../services/types.ts';
import { nameOf, type Reader } from './reader.ts';

/** The place as schema.org's GovernmentOffice, or CivicStructure where it is an association's. */
export function placeFacts(reader: Reader, place: ChannelView, publicUrl: string): Html {
  return dataBlock({ '@context': 'https://schema.org', ...placeOf(reader, place, publicUrl) });
}

export function placeOf(reader: Reader, place: ChannelView, publicUrl: string) {
  const [phone] = toldList(place.phones, reader.wanted)?.items ?? [];
  const url = `${publicUrl}/places/${place.id}`;
  return withoutNothing({
    '@type': isOfGovernment(place) ? 'GovernmentOffice' : 'CivicStructure',
    '@id': url,
    url,
    name: nameOf(reader, place.texts)?.text,
    telephone: phone?.number,
    address: addressFacts(reader, place.address),
    geo: place.place ? { '@type': 'GeoCoordinates', ...place.place } : undefined,
    openingHoursSpecification: openingFacts(place.opening),
  });
}

const isOfGovernment = ({ responsible }: ChannelView) => !['association', 'company', 'other'].includes(responsible?.kind ?? '');

function addressFacts({ wanted }: Reader, address: Address | null) {
  if (!address) return undefined;
  const street = [told(address.street, wanted)?.text, address.number].filter(Boolean).join(' ');
  return withoutNothing({
    '@type': 'PostalAddress',
    streetAddress: street || undefined,
    postalCode: address.postalCode || undefined,
    addressLocality: told(address.city, wanted)?.text,
    addressCountry: 'FI',
  });
}

/** Weekly hours, and dates that differ; a closed date opens and closes at midnight, as schema.org says it. */
export function openingFacts(opening: OpeningHours | null) {
  if (!opening) return undefined;
  const weekly = opening.weekly.map(({ weekday, opens, closes }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: WEEKDAYS[weekday - 1],
    opens,
    closes: closes === '24:00' ? '23:59' : closes,
  }));
  const other = opening.exceptions.map(({ date, closed, opens, closes }) => ({
    '@type': 'OpeningHoursSpecification',
    validFrom: date,
    validThrough: date,
    opens: closed ? '00:00' : opens,
    closes: closed ? '00:00' : closes,
  }));
  const all = [...weekly, ...other];
  return all.length > 0 ? all : undefined;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What is not known is left out rather than said to be nothing. */
export function withoutNothing(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}
