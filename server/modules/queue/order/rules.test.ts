import { describe, expect, test } from 'vitest';
import { inOrder, type OrderRule, type Ticket, usualPolicy, whyBefore } from './rules.ts';

const MINUTE = 60_000;
const now = Temporal.Instant.from('2026-11-23T09:00:00Z').epochMilliseconds;
const ticket = (code: string, minutesAgo: number, more: Partial<Ticket> = {}): Ticket => ({
  id: code,
  code,
  queueId: 'q',
  waitsFrom: now - minutesAgo * MINUTE,
  dueAt: null,
  notBefore: null,
  byChain: false,
  needs: [],
  ...more,
});
const due = (minutesFromNow: number) => ({ dueAt: now + minutesFromNow * MINUTE });
const codes = (tickets: Ticket[], policy: readonly OrderRule[] = usualPolicy, at = now) =>
  inOrder(tickets, policy, at).map(({ ticket: { code }, reason, isCallable }) => `${code} ${reason}${isCallable ? '' : ' waits'}`);

describe('the order', () => {
  test.each<[string, Ticket[], string[]]>([
    ['by arrival', [ticket('A2', 5), ticket('A1', 9)], ['A1 waiting', 'A2 waiting']],
    ['the lower number of one instant', [ticket('A10', 5), ticket('A9', 5)], ['A9 waiting', 'A10 waiting']],
    ['a due appointment first', [ticket('A1', 40), ticket('B1', 3, due(0))], ['B1 appointment-due', 'A1 waiting']],
    ['not a millisecond before', [ticket('A1', 1), ticket('B1', 30, { dueAt: now + 1 })], ['A1 waiting', 'B1 early']],
    ['the earlier time of two due', [ticket('B2', 30, due(-1)), ticket('B1', 5, due(-10))], ['B1 appointment-due', 'B2 appointment-due']],
    ['who cannot stand goes first', [ticket('A1', 30), ticket('A2', 2, { needs: ['cannot-stand'] })], ['A2 special-need', 'A1 waiting']],
    ['nobody is left behind', [ticket('A1', 45), ticket('C1', 10, { byChain: true })], ['A1 waited-over', 'C1 chain-continued']],
    ['the chain goes on', [ticket('A1', 44), ticket('C1', 10, { byChain: true })], ['C1 chain-continued', 'A1 waiting']],
    ['ten more minutes', [ticket('A1', 44, { notBefore: now + MINUTE }), ticket('A2', 1)], ['A2 waiting', 'A1 later waits']],
    ['and back at the old place', [ticket('A1', 44, { notBefore: now }), ticket('A2', 1)], ['A1 waiting', 'A2 waiting']],
  ])('%s', (_, tickets, expected) => expect(codes(tickets)).toEqual(expected));

  test('is the order in which the point wrote its rules', () => {
    const [long, short] = [ticket('A1', 60), ticket('B1', 3, due(0))];
    expect(codes([long, short], [{ when: 'waited-over', minutes: 45 }, { when: 'appointment-due' }])).toEqual([
      'A1 waited-over',
      'B1 appointment-due',
    ]);
    expect(codes([long, short], [])).toEqual(['A1 waiting', 'B1 waiting']);
  });

  test('who is late for an appointment waits from the arrival', () => {
    expect(codes([ticket('A1', 10), ticket('B1', 5, due(-30))], [])).toEqual(['A1 waiting', 'B1 waiting']);
  });

  test('does not depend on the order in which tickets are read', () => {
    const tickets = [
      ticket('A1', 9),
      ticket('A2', 50),
      ticket('B1', 2, due(-1)),
      ticket('B2', 2, due(5)),
      ticket('C1', 9, { byChain: true }),
    ];
    expect(codes(tickets.toReversed())).toEqual(codes(tickets));
  });
});

describe('why one goes before another', () => {
  test.each<[string, Ticket, Ticket, string | undefined]>([
    ['the rule that lifts it', ticket('B1', 3, due(0)), ticket('A1', 40), 'appointment-due'],
    ['the longer wait', ticket('A1', 40), ticket('A2', 4), 'waiting'],
    ['the longer wait under one rule', ticket('A1', 60), ticket('A2', 50), 'waiting'],
    ['the other has asked for time', ticket('A2', 4), ticket('A1', 40, { notBefore: now + 1 }), 'later'],
    ['the time of the other has not come', ticket('A2', 4), ticket('B1', 40, due(1)), 'early'],
    ['it does not', ticket('A1', 40), ticket('B1', 3, due(0)), undefined],
  ])('%s', (_, first, second, why) => expect(whyBefore(first, second, usualPolicy, now)).toBe(why));
});
