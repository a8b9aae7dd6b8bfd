import type { Address, ChannelKind, ChannelRecord, ChannelTexts, Link, Local, Phone } from '../../services/types.ts';
import { type Degrees, toDegrees } from '../coordinates.ts';
import type { Complain } from '../records.ts';
import {
  type Fields,
  fieldsOf,
  idOf,
  languagesOf,
  listOf,
  momentOf,
  recordOf,
  requiredId,
  requireName,
  textOf,
  Unreadable,
  webAddressOf,
} from '../shapes.ts';
import { merged, phoneCharge } from '../v11/channels.ts';
import { hoursOf } from './hours.ts';
import { fieldOfVersions, type Lookups, listOfVersions, localOf, versionsOf } from './lookups.ts';
import { proseOf } from './prose.ts';

const KINDS: Readonly<Record<string, ChannelKind>> = {
  EService: 'e-service',
  WebPage: 'web-page',
  TelephoneService: 'phone',
  PrintableForm: 'form',
  ServiceLocation: 'place',
};

export function channelOf(lookups: Lookups, value: unknown, complain: Complain, today: Temporal.PlainDate): ChannelRecord {
  const item = recordOf(value);
  const kind = KINDS[textOf(item.serviceChannelType) ?? ''];
  if (!kind) throw new Unreadable('unknown-kind', textOf(item.serviceChannelType) ?? null);
  requireName(fieldOfVersions(item, 'name'));
  return {
    id: requiredId(item.contentId),
    kind,
    responsibleId: idOf(item.organizationContentId) ?? null,
    texts: textsOf(item),
    languages: languagesOf(item.serviceLanguages),
    links: linksOf(item),
    phones: ['phoneNumbers', 'contactPhoneNumbers', 'supportPhoneNumbers']
      .map((field) => listOfVersions(item, field, phoneOf))
      .reduce(merged),
    emails: ['contactEmails', 'supportEmails'].map((field) => listOfVersions(item, field, ({ email }) => textOf(email))).reduce(merged),
    ...hoursOf(item.serviceHours, today, complain),
    ...whereaboutsOf(lookups, kind === 'place' ? fieldsOf(item.location) : {}, complain),
    // v12 points at the accessibility register of the City of Helsinki instead of telling the sentences.
    accessibility: [],
    needsSignIn: item.electronicIdentification === 'Required',
    formCode: Object.values(fieldOfVersions(item, 'formIdentifier'))[0] ?? null,
    modifiedAt: momentOf(item.publishedAt),
  };
}

function textsOf(item: Fields): ChannelTexts {
  const texts: ChannelTexts = {};
  for (const [language, version] of versionsOf(item)) {
    const [name, other] = [textOf(version.name), textOf(version.alternativeName)];
    const [shown, also] = version.isAlternativeNamePrimary === true && other ? [other, name] : [name, other];
    const [summary, description] = [textOf(version.summary), proseOf(version.description)];
    texts[language] = {
      ...(shown ? { name: shown } : {}),
      ...(also ? { alsoCalled: [also] } : {}),
      ...(summary ? { summary } : {}),
      ...(description ? { description } : {}),
    };
  }
  return texts;
}

function linksOf(item: Fields): Local<Link[]> {
  const page = ({ name, url }: Fields): Link | undefined => {
    const address = webAddressOf(url);
    return address ? { name: textOf(name) ?? new URL(address).hostname, url: address } : undefined;
  };
  const own: Local<Link[]> = {};
  for (const [language, version] of versionsOf(item)) {
    const link = page(fieldsOf(version.webAddress));
    if (link) own[language] = [link];
  }
  return [own, ...['formFiles', 'contactWebPages', 'attachmentLinks'].map((field) => listOfVersions(item, field, page))].reduce(merged);
}

function phoneOf(item: Fields): Phone | undefined {
  const number = textOf(item.number);
  if (!number || item.type === 'Fax') return undefined;
  const dial = textOf(item.dialCode);
  const note = [textOf(item.additionalInformation), textOf(item.chargeDescription)].filter(Boolean).join(' ');
  return { number: dial ? `${dial} ${number}` : number, charge: phoneCharge(textOf(item.chargeType)), note };
}

function whereaboutsOf(lookups: Lookups, location: Fields, complain: Complain): { address: Address | null; place: Degrees | null } {
  const [street] = listOf(location.streetAddresses).map(fieldsOf);
  const [other] = listOf(location.otherAddresses).map(fieldsOf);
  const [abroad] = listOf(location.foreignAddresses).map(fieldsOf);
  const told = street ?? other;
  if (!told) return { address: abroad ? emptyAddress({ street: localOf(abroad.address) }) : null, place: null };
  const postalCode = textOf(told.postalCode) ?? '';
  const address = emptyAddress({
    street: localOf(told.streetName),
    number: textOf(told.addressDetail) ?? '',
    postalCode,
    city: lookups.cities.get(postalCode) ?? {},
    note: localOf(told.additionalInformation),
  });
  return { address, place: placeOf(told, complain) };
}

const emptyAddress = (parts: Partial<Address>): Address => ({ street: {}, number: '', postalCode: '', city: {}, note: {}, ...parts });

/** What its provider has set on the map tells more than the address register's point. */
const SOURCES = ['AccessibilityRegister', 'User', 'NLS'];

function placeOf(address: Fields, complain: Complain): Degrees | null {
  const found = listOf(address.coordinates)
    .map(fieldsOf)
    .filter(({ system }) => system === 'EPSG:3067')
    .sort((a, b) => SOURCES.indexOf(String(a.source)) - SOURCES.indexOf(String(b.source)))[0];
  if (!found) return null;
  const place = toDegrees(Number(found.northing), Number(found.easting));
  if (!place) complain('coordinates-outside');
  return place;
}
