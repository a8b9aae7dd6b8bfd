import type { OrganisationKind } from '../../../server/modules/directory/types.ts';
import type {
  ChannelRecord,
  Local,
  LocalText,
  OrganisationRecord,
  ServiceRecord,
} from '../../../server/modules/knowledge/services/types.ts';
import { organisations } from '../organisations.ts';
import { idOfKey } from './ids.ts';
import type { DemoChannel, DemoProvider, DemoService } from './types.ts';

const LANGUAGES = ['fi', 'sv', 'en'] as const;
const EVERYONES = ['fi', 'sv', 'en'];

export const serviceId = (key: string) => idOfKey('service', key);
export const channelId = (key: string) => idOfKey('channel', key);
export const providerId = (key: string) => idOfKey('provider', key);

export function organisationRecord(provider: DemoProvider): OrganisationRecord {
  const { names, kind } = 'names' in provider ? provider : known(provider.organisation);
  return { id: providerId(provider.key), names, kind: kind as OrganisationKind, businessCode: null, parentId: null, modifiedAt: null };
}

function known(key: string): { names: LocalText; kind: string } {
  const found = organisations.find((each) => each.key === key);
  if (!found) throw new Error(`the seed names ${key}, which is not there`);
  return { names: found.name, kind: found.kind };
}

export function serviceRecord(service: DemoService): ServiceRecord {
  return {
    id: serviceId(service.key),
    generalId: null,
    responsibleId: providerId(service.provider),
    producerIds: [],
    texts: service.texts,
    classes: {
      lifeEvents: service.lifeEvents,
      serviceClasses: service.serviceClasses,
      targetGroups: service.targetGroups,
      terms: service.terms,
    },
    type: service.type ?? 'service',
    charge: service.charge,
    legislation: [],
    languages: service.languages ?? EVERYONES,
    area: areaOf(service.area),
    connections: service.channels.map((key) => ({ channelId: channelId(key), note: {} })),
    modifiedAt: null,
  };
}

/** Municipalities that are not in the world have numbers that nobody has. */
const MALLILA = { code: '990', name: 'Mallila' };
const KUVALA = { code: '995', name: 'Kuvala' };

function areaOf(area: DemoService['area']): ServiceRecord['area'] {
  if (!area) return { nationwide: true };
  const municipalities = area === 'mallila' ? [MALLILA] : [MALLILA, KUVALA];
  const names = municipalities.map(({ name }) => name);
  return { municipalities: municipalities.map(({ code }) => code), names: { fi: names, sv: names, en: names } };
}

export function channelRecord(channel: DemoChannel, pointIds: ReadonlyMap<string, string>): ChannelRecord {
  const { texts, url, phone, address, at, point } = channel;
  return {
    id: channelId(channel.key),
    kind: channel.kind,
    responsibleId: providerId(channel.provider),
    texts,
    languages: EVERYONES,
    links: url ? byLanguage((language) => [{ name: texts[language].name, url: url[language] }]) : {},
    phones: phone ? byLanguage(() => [{ number: phone, charge: 'local', note: '' }]) : {},
    emails: {},
    opening: channel.opening ?? null,
    openingNotes: channel.openingNotes ?? {},
    address: address ? { ...address, city: byLanguage(() => address.city), note: address.note ?? {} } : null,
    place: at ?? null,
    accessibility: channel.accessibility ?? [],
    needsSignIn: channel.needsSignIn ?? false,
    formCode: channel.formCode ?? null,
    pointId: point ? (pointIds.get(point) ?? null) : null,
    modifiedAt: null,
  };
}

const byLanguage = <T>(said: (language: (typeof LANGUAGES)[number]) => T): Local<T> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, said(language)]));
