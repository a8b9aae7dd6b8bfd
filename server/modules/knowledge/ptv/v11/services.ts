import type {
  Area,
  Charge,
  Connection,
  GeneralDescriptionRecord,
  Law,
  Local,
  LocalText,
  Said,
  ServiceRecord,
  ServiceTexts,
  ServiceType,
} from '../../services/types.ts';
import type { Complain } from '../records.ts';
import {
  type Fields,
  fieldsOf,
  idOf,
  languageOf,
  languagesOf,
  listOf,
  momentOf,
  recordOf,
  requiredId,
  requireName,
  textOf,
  webAddressOf,
} from '../shapes.ts';
import { classesOf } from './classes.ts';
import { byLanguage, localListOf, localTextOf } from './texts.ts';

export function generalDescriptionOf(value: unknown, complain: Complain): GeneralDescriptionRecord {
  const item = recordOf(value);
  requireName(localTextOf(item.names, 'Name'));
  return { id: requiredId(item.id), ...saidOf(item, item.names, item.descriptions, complain), modifiedAt: momentOf(item.modified) };
}

export function serviceOf(value: unknown, complain: Complain): ServiceRecord {
  const item = recordOf(value);
  const id = requiredId(item.id);
  requireName(localTextOf(item.serviceNames, 'Name'));
  const organisations = listOf(item.organizations).map(fieldsOf);
  const withRole = (role: string) =>
    organisations.filter(({ roleType }) => roleType === role).flatMap(({ organization }) => idOf(fieldsOf(organization).id) ?? []);
  const [responsible, ...alsoResponsible] = withRole('Responsible');
  return {
    id,
    ...saidOf(item, item.serviceNames, item.serviceDescriptions, complain),
    generalId: idOf(item.generalDescriptionId) ?? null,
    responsibleId: responsible ?? null,
    producerIds: [...new Set([...alsoResponsible, ...withRole('Producer')])].filter((each) => each !== responsible),
    languages: languagesOf(item.languages),
    area: areaOf(item),
    connections: connectionsOf(item.serviceChannels, complain),
    modifiedAt: momentOf(item.modified),
  };
}

function saidOf(item: Fields, names: unknown, descriptions: unknown, complain: Complain): Said {
  const of = (type: string) => localTextOf(descriptions, type);
  const texts = byLanguage({
    name: localTextOf(names, 'Name'),
    alsoCalled: localListOf(names, 'AlternativeName'),
    summary: of('Summary'),
    description: description(of('BackgroundDescription'), of('GeneralDescriptionTypeAdditionalInformation'), of('Description')),
    instruction: of('UserInstruction'),
    eligibility: localTextOf(item.requirements),
    charge: of('ChargeTypeAdditionalInfo'),
    deadline: of('DeadLine'),
    processing: of('ProcessingTime'),
    validity: of('ValidityTime'),
  }) as ServiceTexts;
  return {
    texts,
    classes: classesOf(item, complain),
    type: typeOf(textOf(item.type)),
    charge: chargeOf(textOf(item.serviceChargeType)),
    legislation: listOf(item.legislation).flatMap((each) => lawOf(fieldsOf(each)) ?? []),
  };
}

/** The background and what the service is stand in different fields of a general description, and are read one after the other. */
function description(...parts: LocalText[]): LocalText {
  const languages = new Set(parts.flatMap((part) => Object.keys(part))) as Set<keyof LocalText>;
  return Object.fromEntries([...languages].map((language) => [language, parts.flatMap((part) => part[language] ?? []).join('\n\n')]));
}

/** Names of today and of before version 8; the types of version 12 read the same way. */
export function typeOf(type: string | undefined): ServiceType | null {
  if (type === undefined) return null;
  if (/^permit/i.test(type)) return 'permit';
  return /^professional/i.test(type) ? 'qualification' : 'service';
}

export function chargeOf(charge: string | undefined): Charge | null {
  if (charge === undefined) return null;
  if (/^free/i.test(charge)) return 'free';
  return /^charge/i.test(charge) ? 'charged' : 'other';
}

function lawOf(item: Fields): Law | undefined {
  const names = localTextOf(item.names);
  const links: LocalText = {};
  for (const page of listOf(item.webPages).map(fieldsOf)) {
    const language = languageOf(page.language);
    const url = webAddressOf(page.url);
    if (language && url && links[language] === undefined) links[language] = url;
  }
  return Object.keys(names).length > 0 ? { names, links } : undefined;
}

function areaOf(item: Fields): Area {
  if (/^nationwide/i.test(textOf(item.areaType) ?? '')) return { nationwide: true };
  const areas = listOf(item.areas).map(fieldsOf);
  const names: Local<string[]> = {};
  const codes = new Set<string>();
  for (const area of areas) {
    const municipalities = listOf(area.municipalities).map(fieldsOf);
    for (const code of [...municipalities.map((each) => each.code), area.type === 'Municipality' ? area.code : undefined])
      if (typeof code === 'string' && /^\d{3}$/.test(code)) codes.add(code);
    // A region is named by itself, municipalities each by their own name.
    const named = textOf(area.type) === 'Municipality' && municipalities.length > 0 ? municipalities : [area];
    for (const each of named)
      for (const [language, name] of Object.entries(localTextOf(each.name)))
        names[language as keyof LocalText] = [...(names[language as keyof LocalText] ?? []), name];
  }
  return { municipalities: [...codes].sort(), names };
}

function connectionsOf(value: unknown, complain: Complain): Connection[] {
  return listOf(value)
    .map(fieldsOf)
    .flatMap(({ serviceChannel, description }) => {
      const { id } = fieldsOf(serviceChannel);
      const channelId = idOf(id);
      if (!channelId) complain('unknown-channel', textOf(id));
      return channelId ? [{ channelId, note: localTextOf(description) }] : [];
    });
}
