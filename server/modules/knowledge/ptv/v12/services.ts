import { codeOf } from '../../services/classifications/codes.ts';
import type {
  Area,
  Classes,
  GeneralDescriptionRecord,
  Law,
  Local,
  LocalText,
  Said,
  Scheme,
  ServiceRecord,
  ServiceTexts,
  ServiceWords,
} from '../../services/types.ts';
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
  webAddressOf,
} from '../shapes.ts';
import { chargeOf, typeOf } from '../v11/services.ts';
import { fieldOfVersions, type Lookups, versionsOf } from './lookups.ts';
import { proseOf } from './prose.ts';

export function generalDescriptionOf(lookups: Lookups, value: unknown, complain: Complain): GeneralDescriptionRecord {
  const item = recordOf(value);
  requireName(fieldOfVersions(item, 'name'));
  return { id: requiredId(item.contentId), ...saidOf(lookups, item, complain), modifiedAt: momentOf(item.publishedAt) };
}

export function serviceOf(lookups: Lookups, value: unknown, complain: Complain): ServiceRecord {
  const item = recordOf(value);
  const id = requiredId(item.contentId);
  requireName(fieldOfVersions(item, 'name'));
  const responsibleId = idOf(item.organizationContentId) ?? null;
  return {
    id,
    ...saidOf(lookups, item, complain),
    generalId: idOf(item.generalDescriptionContentId) ?? null,
    responsibleId,
    producerIds: producersOf(item).filter((each) => each !== responsibleId),
    languages: languagesOf(item.serviceLanguages),
    area: areaOf(lookups, fieldsOf(item.area)),
    connections: lookups.connections.get(id) ?? [],
    modifiedAt: momentOf(item.publishedAt),
  };
}

function saidOf(lookups: Lookups, item: Fields, complain: Complain): Said {
  const texts: ServiceTexts = {};
  for (const [language, version] of versionsOf(item)) texts[language] = wordsOf(version);
  return {
    texts,
    classes: classesOf(lookups, item, complain),
    type: typeOf(textOf(item.serviceType)),
    charge: chargeOf(textOf(item.chargeType)),
    legislation: lawsOf(item),
  };
}

function wordsOf(version: Fields): ServiceWords {
  const description = [proseOf(version.backgroundDescription), proseOf(version.description)].filter(Boolean).join('\n\n');
  const words = {
    name: textOf(version.name),
    summary: textOf(version.summary),
    description: textOf(description),
    instruction: proseOf(version.userInstructions),
    eligibility: proseOf(version.conditions),
    charge: proseOf(version.chargeTypeAdditionalInformation),
    deadline: proseOf(version.deadlineAdditionalInformation),
    processing: proseOf(version.processingTimeAdditionalInformation),
    validity: proseOf(version.validityTimeAdditionalInformation),
  };
  const called = textOf(version.alternativeName);
  return {
    ...(Object.fromEntries(Object.entries(words).filter(([, text]) => text)) as ServiceWords),
    ...(called ? { alsoCalled: [called] } : {}),
  };
}

/** Classes are bare codes and terms bare addresses: a term whose name could not be looked up is left out. */
function classesOf(lookups: Lookups, item: Fields, complain: Complain): Classes {
  const codes = (scheme: Scheme, value: unknown) => {
    const found = listOf(value).flatMap((each) => {
      const text = textOf(each);
      if (!text) return [];
      const code = codeOf(scheme, text.includes(':') ? { uri: text } : { code: text });
      if (!code) complain('unknown-class', text);
      return code ?? [];
    });
    return [...new Set(found)].sort();
  };
  return {
    lifeEvents: codes('life-event', item.lifeEvents),
    serviceClasses: codes('service-class', item.serviceClasses),
    targetGroups: codes('target-group', item.targetGroups),
    terms: termsOf(lookups, item),
  };
}

function termsOf(lookups: Lookups, item: Fields): Local<string[]> {
  const terms: Local<string[]> = {};
  const add = (language: keyof LocalText, term: string) => {
    terms[language] = [...new Set([...(terms[language] ?? []), term])];
  };
  for (const address of listOf(item.ontologyTerms))
    for (const [language, name] of Object.entries(lookups.terms.get(textOf(address) ?? '') ?? {})) add(language as keyof LocalText, name);
  for (const [language, version] of versionsOf(item))
    for (const word of listOf(version.freelyAssignedKeywords)) {
      const term = textOf(word);
      if (term) add(language, term);
    }
  return terms;
}

/** Each language version lists its own links: the first of each is the same law. */
function lawsOf(item: Fields): Law[] {
  const laws: Law[] = [];
  for (const [language, version] of versionsOf(item))
    for (const [at, link] of listOf(version.legislationLinks).map(fieldsOf).entries()) {
      const law = laws[at] ?? { names: {}, links: {} };
      laws[at] = law;
      const [name, url] = [textOf(link.name), webAddressOf(link.url)];
      if (name) law.names[language] = name;
      if (url) law.links[language] = url;
    }
  return laws.filter((law) => law && Object.keys(law.names).length > 0);
}

function producersOf(item: Fields): string[] {
  const producers = fieldsOf(item.producers);
  const kinds = [producers.selfProducedProducers, producers.procuredProducers, producers.otherProducers];
  const ids = [...listOf(item.otherResponsibleOrganizations), ...kinds.flatMap((kind) => listOf(fieldsOf(kind).organizations))];
  return [...new Set(ids.flatMap((id) => idOf(id) ?? []))];
}

function areaOf(lookups: Lookups, area: Fields): Area {
  if (textOf(area.areaType)?.startsWith('WholeCountry')) return { nationwide: true };
  const codes = (value: unknown) => listOf(value).flatMap((code) => textOf(code) ?? []);
  const wholes = [
    ...codes(area.regions).map((code) => `region ${code}`),
    ...codes(area.wellbeingServicesCounties).map((code) => `county ${code}`),
  ];
  const found = wholes.flatMap((key) => lookups.areas.get(key) ?? []);
  const municipalities = codes(area.municipalities);
  const names: Local<string[]> = {};
  for (const named of [...found.map((each) => each.names), ...municipalities.map((code) => lookups.municipalities.get(code) ?? {})])
    for (const [language, name] of Object.entries(named))
      names[language as keyof LocalText] = [...(names[language as keyof LocalText] ?? []), name];
  return { municipalities: [...new Set([...municipalities, ...found.flatMap((each) => each.municipalities)])].sort(), names };
}
