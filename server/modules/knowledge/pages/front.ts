import { formToken } from '../../../platform/http/same-origin.ts';
import type { FrontParts, SiteDeps } from '../../site/service.ts';
import { askForm } from './ask.ts';
import type { WaitPoints } from './deps.ts';
import { commonLifeEvents } from './life-events.ts';
import { lifeEvents } from './packages.ts';
import { pointsToShow } from './places.ts';
import { readerOf } from './reader.ts';

/** What the front page has of ours: where one says one's situation, the common life events, and today's points. */
export function frontParts(deps: Pick<SiteDeps, 'db' | 'directory'> & WaitPoints): FrontParts {
  return async (view, request, reply) => {
    const reader = readerOf(view);
    return {
      ask: askForm(reader, { token: formToken(request, reply), first: true }),
      lives: commonLifeEvents(reader, await lifeEvents(deps.db, reader)),
      points: await pointsToShow(deps),
      waits: ((await deps.waitPoints?.())?.size ?? 0) > 0,
      booking: (await deps.mayBook?.()) ?? false,
    };
  };
}
