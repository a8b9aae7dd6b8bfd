import { CardContent } from '../../../../server/modules/knowledge/cards/schema.ts';
import { channels } from '../channels/list.ts';
import { providers } from '../providers.ts';
import { services } from '../services/list.ts';
import type { DemoChannel, DemoService } from '../types.ts';
import { notJudged, notTold, sideBySide, specialistHours, withoutCodes } from './common.ts';
import type { DemoCard } from './types.ts';

const LANGUAGES = ['fi', 'sv', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

export function serviceOf(card: DemoCard): DemoService {
  const service = services.find(({ key }) => key === card.service);
  if (!service) throw new Error(`a card names ${card.service}, which is not there`);
  return service;
}

/** Key of the demo's own organisation whose service it is; null where the provider is none of them. */
export function organisationOf(card: DemoCard): string | null {
  const provider = providers.find(({ key }) => key === serviceOf(card).provider);
  return provider && 'organisation' in provider ? provider.organisation : null;
}

/** As the schema of cards takes it: what the service says already is not written twice. */
export function contentOf(card: DemoCard, unitId: string | null): CardContent {
  const service = serviceOf(card);
  const { plain } = service.texts;
  return CardContent.parse({
    adviceLevel: card.adviceLevel,
    texts: Object.fromEntries(LANGUAGES.map((language) => [language, textOf(card, service, language)])),
    plain: { summary: plain.summary, bring: card.bring, price: plain.charge ?? '' },
    links: service.channels.flatMap(linkOf),
    forward: { unitId, specialist: '', phone: card.forward.phone ?? '' },
  });
}

function textOf(card: DemoCard, service: DemoService, language: Language) {
  const { mayNot, digital, price, letters, ...words } = card.texts[language];
  const { name, summary, charge } = service.texts[language];
  const isCare = service.provider === 'hyvinvointialue';
  return {
    ...words,
    title: name,
    summary,
    price: price ?? charge ?? '',
    mayNot: mayNot ?? (isCare ? notTold : notJudged)[language],
    letters: letters ?? [],
    digital: digital ?? (isCare ? withoutCodes : sideBySide)[language],
    forwardHours: (card.forward.hours ?? specialistHours)[language],
    alsoCalled: service.terms[language],
  };
}

function linkOf(key: string) {
  const channel = channels.find((each) => each.key === key);
  if (!channel?.url || !isLinked(channel)) return [];
  const names = Object.fromEntries(LANGUAGES.map((language) => [language, channel.texts[language].name]));
  return [{ kind: channel.kind, url: channel.url.fi, names }];
}

const isLinked = ({ kind }: DemoChannel) => kind === 'e-service' || kind === 'form';
