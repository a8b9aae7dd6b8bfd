import { expect, test } from 'vitest';
import { unreadOf } from './unread.ts';

const one = (id: string, its: object = {}) => ({ id, isForMe: true, readAt: null, isWithdrawn: false, mustRead: false, ...its });

test('what must be read stands first, the newest first among its like; what is read or another’s is left out', () => {
  const news = [
    one('newest'),
    one('read', { readAt: '2026-11-20T08:00:00Z' }),
    one('must', { mustRead: true }),
    one('elsewhere', { isForMe: false }),
    one('old must', { mustRead: true }),
    one('withdrawn', { isWithdrawn: true }),
  ];
  expect(unreadOf(news).map(({ id }) => id)).toEqual(['must', 'old must', 'newest']);
});
