import { dataBlock, type Html } from '../../../platform/http/html.ts';
import { fieldOf, told, toldList } from '../services/languages.ts';
import type { ChannelView, OrganisationName, ServiceView } from '../services/types.ts';
import { openingFacts, placeOf, withoutNothing } from './place-facts.ts';
import { named, nameOf, type Reader } from './reader.ts';

/** The service as schema.org's GovernmentService, for search engines and assistants. */
export function serviceFacts(reader: Reader, service: ServiceView, publicUrl: string): Html {
  const { wanted, view } = reader;
  const { charge, languages, responsible, area } = service;
  return dataBlock(
    withoutNothing({
      '@context': 'https://schema.org',
      '@type': 'GovernmentService',
      '@id': `${publicUrl}/services/${service.id}`,
      url: `${publicUrl}/services/${service.id}`,
      name: told(fieldOf(service.texts, 'name'), wanted)?.text,
      description: told(fieldOf(service.texts, 'summary'), wanted)?.text,
      inLanguage: view.locale,
      availableLanguage: languages.length > 0 ? languages : undefined,
      provider: organisationFacts(reader, responsible),
      areaServed: area.nationwide ? { '@type': 'Country', name: 'FI' } : undefined,
      isAccessibleForFree: charge === 'free' ? true : undefined,
      availableChannel: service.channels.flatMap((channel) => channelFacts(reader, channel, publicUrl) ?? []),
    }),
  );
}

const ORGANISATIONS: { [K in OrganisationName['kind']]?: string } = { association: 'NGO', company: 'Corporation', other: 'Organization' };

function organisationFacts(reader: Reader, organisation: OrganisationName | null) {
  const name = organisation && named(reader, organisation.names)?.text;
  if (!name) return undefined;
  return { '@type': ORGANISATIONS[organisation.kind] ?? 'GovernmentOrganization', name };
}

function channelFacts(reader: Reader, channel: ChannelView, publicUrl: string) {
  const { wanted } = reader;
  const [link] = toldList(channel.links, wanted)?.items ?? [];
  const [phone] = toldList(channel.phones, wanted)?.items ?? [];
  const facts = withoutNothing({
    '@type': 'ServiceChannel',
    name: nameOf(reader, channel.texts)?.text,
    serviceUrl: channel.kind === 'e-service' || channel.kind === 'web-page' ? link?.url : undefined,
    servicePhone:
      channel.kind === 'phone' && phone
        ? { '@type': 'ContactPoint', telephone: phone.number, hoursAvailable: openingFacts(channel.opening) }
        : undefined,
    serviceLocation: channel.kind === 'place' ? placeOf(reader, channel, publicUrl) : undefined,
  });
  return Object.keys(facts).some((key) => key.startsWith('service')) ? facts : undefined;
}
