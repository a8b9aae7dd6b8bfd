import type { AccessibilityGroup, Address, Local } from '../../services/types.ts';
import { type Degrees, toDegrees } from '../coordinates.ts';
import type { Complain } from '../records.ts';
import { type Fields, fieldsOf, languageOf, listOf, textOf } from '../shapes.ts';
import { localTextOf } from './texts.ts';

export type Whereabouts = { address: Address | null; place: Degrees | null; accessibility: AccessibilityGroup[] };

/** The first address one may visit; the postal one is for letters. */
export function whereaboutsOf(value: unknown, complain: Complain): Whereabouts {
  const addresses = listOf(value).map(fieldsOf);
  const visited = addresses.find(({ type }) => type === 'Location') ?? addresses.find(({ type }) => type !== 'Postal');
  if (!visited) return { address: null, place: null, accessibility: [] };
  const street = fieldsOf(visited.streetAddress);
  const other = fieldsOf(visited.otherAddress);
  const entrance = mainEntrance(visited);
  return {
    address: addressOf(Object.keys(street).length > 0 ? street : other, visited),
    place: placeOf(fieldsOf(entrance?.coordinates)) ?? told(street, complain) ?? told(other, complain),
    accessibility: listOf(entrance?.accessibilitySentences).flatMap((group) => groupOf(fieldsOf(group)) ?? []),
  };
}

function addressOf(street: Fields, visited: Fields): Address | null {
  const abroad = localTextOf(visited.locationAbroad);
  const address = {
    street: Object.keys(abroad).length > 0 ? abroad : localTextOf(street.street),
    number: textOf(street.streetNumber) ?? '',
    postalCode: textOf(street.postalCode) ?? '',
    city: localTextOf(street.postOffice),
    note: localTextOf(street.additionalInformation),
  };
  const isTold = Object.keys(address.street).length > 0 || address.postalCode !== '' || Object.keys(address.note).length > 0;
  return isTold ? address : null;
}

function told(street: Fields, complain: Complain): Degrees | null {
  const place = placeOf(street);
  if (!place && textOf(street.latitude) && textOf(street.longitude)) complain('coordinates-outside');
  return place;
}

/** `latitude` is the northing and `longitude` the easting, in metres. */
function placeOf({ latitude, longitude }: Fields): Degrees | null {
  const [northing, easting] = [metres(latitude), metres(longitude)];
  return northing !== undefined && easting !== undefined ? toDegrees(northing, easting) : null;
}

function metres(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : Number(textOf(value)?.replace(',', '.') ?? Number.NaN);
  return Number.isFinite(number) ? number : undefined;
}

function mainEntrance(address: Fields): Fields | undefined {
  const entrances = listOf(address.entrances).map(fieldsOf);
  return entrances.find(({ isMainEntrance }) => isMainEntrance === true) ?? entrances[0];
}

function groupOf(group: Fields): AccessibilityGroup | undefined {
  const sentences: Local<string[]> = {};
  for (const each of listOf(group.sentences).map(fieldsOf))
    for (const said of listOf(each.sentence).map(fieldsOf)) {
      const language = languageOf(said.language);
      const text = textOf(said.value);
      if (language && text) sentences[language] = [...(sentences[language] ?? []), text];
    }
  return Object.keys(sentences).length > 0 ? { group: localTextOf(group.sentenceGroup), sentences } : undefined;
}
