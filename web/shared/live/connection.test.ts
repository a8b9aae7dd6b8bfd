import { expect, test } from 'vitest';
import { answered, connectionNow, unanswered } from './connection.ts';

test('an answer that was under way when the network went says nothing of the way now; one asked for since then does', () => {
  const before = Date.now() - 1;
  unanswered();
  answered(before);
  expect(connectionNow()).toMatchObject({ state: 'away' });
  answered();
  expect(connectionNow()).toEqual({ state: 'here' });
});
