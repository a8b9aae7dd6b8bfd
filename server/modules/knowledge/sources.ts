import { bulletinSource } from './bulletins/sources.ts';
import { cardSource, withCardWords } from './cards/sources.ts';
import { guideSource } from './guides/sources.ts';
import { lifeEventSource } from './packages/sources.ts';
import type { EntrySource } from './search/types.ts';
import { directorySources } from './services/sources.ts';
import { specialistSource } from './specialists/sources.ts';
import { supportSource } from './support/sources.ts';

/** Everything that search finds, each kind from those who keep it. */
export const entrySources: readonly EntrySource[] = [
  ...directorySources.map((source) => (source.kind === 'service' ? withCardWords(source) : source)),
  lifeEventSource,
  cardSource,
  bulletinSource,
  guideSource,
  specialistSource,
  supportSource,
];
