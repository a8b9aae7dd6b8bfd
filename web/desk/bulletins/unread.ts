import type { Bulletin } from '../../shared/api/bulletins.ts';

/** Of the news, newest first, those that concern the reader and are unread: what must be read before what may. */
export function unreadOf<One extends Pick<Bulletin, 'isForMe' | 'readAt' | 'isWithdrawn' | 'mustRead'>>(news: readonly One[]): One[] {
  return news
    .filter(({ isForMe, readAt, isWithdrawn }) => isForMe && readAt === null && !isWithdrawn)
    .sort((one, other) => Number(other.mustRead) - Number(one.mustRead));
}
