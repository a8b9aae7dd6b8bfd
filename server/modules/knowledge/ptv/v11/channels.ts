import type { ChannelKind, ChannelRecord, ChannelTexts, Link, Local, Phone } from '../../services/types.ts';
import type { Complain } from '../records.ts';
import {
  type Fields,
  idOf,
  languagesOf,
  momentOf,
  recordOf,
  requiredId,
  requireName,
  textOf,
  Unreadable,
  webAddressOf,
} from '../shapes.ts';
import { hoursOf } from './hours.ts';
import { whereaboutsOf } from './places.ts';
import { byLanguage, localListOf, localTextOf, partsByLanguage } from './texts.ts';

const KINDS: Readonly<Record<string, ChannelKind>> = {
  echannel: 'e-service',
  electronicchannel: 'e-service',
  webpage: 'web-page',
  phone: 'phone',
  printableform: 'form',
  servicelocation: 'place',
};

export function channelOf(value: unknown, complain: Complain, today: Temporal.PlainDate): ChannelRecord {
  const item = recordOf(value);
  const kind = KINDS[textOf(item.serviceChannelType)?.toLowerCase() ?? ''];
  if (!kind) throw new Unreadable('unknown-kind', textOf(item.serviceChannelType) ?? null);
  requireName(localTextOf(item.serviceChannelNames, 'Name'));
  return {
    id: requiredId(item.id),
    kind,
    responsibleId: idOf(item.organizationId) ?? null,
    texts: textsOf(item),
    languages: languagesOf(item.languages),
    links: linksOf(item),
    phones: merged(partsByLanguage(item.phoneNumbers, phoneOf), partsByLanguage(item.supportPhones, phoneOf)),
    emails: merged(localListOf(item.emails), localListOf(item.supportEmails)),
    ...hoursOf(item.serviceHours, today, complain),
    ...whereaboutsOf(kind === 'place' ? item.addresses : undefined, complain),
    needsSignIn: item.requiresAuthentication === true,
    formCode: Object.values(localTextOf(item.formIdentifier))[0] ?? null,
    modifiedAt: momentOf(item.modified),
  };
}

function textsOf(item: Fields): ChannelTexts {
  return byLanguage({
    name: localTextOf(item.serviceChannelNames, 'Name'),
    alsoCalled: localListOf(item.serviceChannelNames, 'AlternativeName'),
    summary: localTextOf(item.serviceChannelDescriptions, 'Summary'),
    description: localTextOf(item.serviceChannelDescriptions, 'Description'),
  }) as ChannelTexts;
}

/** The e-service's own address or a form's file first, then its instructions. */
function linksOf(item: Fields): Local<Link[]> {
  const page = ({ url, value, name, type }: Fields): Link | undefined => {
    const address = webAddressOf(url) ?? webAddressOf(value);
    return address ? { name: linkName(textOf(url) ? (textOf(value) ?? textOf(name)) : textOf(type), address), url: address } : undefined;
  };
  return [item.channelUrls, item.webPages, item.attachments].map((value) => partsByLanguage(value, page)).reduce(merged);
}

/** A link without a name is called by its site. */
const linkName = (name: string | undefined, address: string) => name ?? new URL(address).hostname;

function phoneOf(item: Fields): Phone | undefined {
  const number = textOf(item.number);
  if (!number || textOf(item.type) === 'Fax') return undefined;
  const prefix = textOf(item.prefixNumber);
  const note = [textOf(item.additionalInformation), textOf(item.chargeDescription)].filter(Boolean).join(' ');
  return { number: prefix ? `${prefix} ${number}` : number, charge: phoneCharge(textOf(item.serviceChargeType)), note };
}

/** What a call costs: nothing, the local network's or mobile charge, or something else that its note tells. */
export function phoneCharge(charge: string | undefined): Phone['charge'] {
  if (/^free/i.test(charge ?? '')) return 'free';
  return /^charge/i.test(charge ?? '') ? 'local' : 'other';
}

export function merged<T>(first: Local<T[]>, second: Local<T[]>): Local<T[]> {
  const languages = new Set([...Object.keys(first), ...Object.keys(second)]) as Set<keyof Local<T[]>>;
  return Object.fromEntries([...languages].map((language) => [language, [...(first[language] ?? []), ...(second[language] ?? [])]]));
}
