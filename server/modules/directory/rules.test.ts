import { expect, test } from 'vitest';
import { carriedOnBy, isCurrent, permittedBy, wouldLoop } from './rules.ts';
import type { Agreement, AssistingTask } from './types.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const organisations = [
  { id: 'avi', validUntil: day('2026-01-01'), successorId: 'lvv' },
  { id: 'lvv', validUntil: day('2030-01-01'), successorId: 'next' },
  { id: 'next', validUntil: null, successorId: null },
  { id: 'gone', validUntil: day('2020-01-01'), successorId: null },
];

test.each([
  ['avi', '2025-12-31', 'avi'],
  ['avi', '2026-01-01', 'lvv'],
  ['avi', '2029-12-31', 'lvv'],
  ['avi', '2030-01-01', 'next'],
  ['gone', '2026-01-01', 'gone'],
  ['unknown', '2026-01-01', undefined],
])('%s is carried on, on %s, by %s', (id, on, expected) => {
  expect(carriedOnBy(organisations, id, day(on))?.id).toBe(expected);
});

test('a loop that slipped in ends the search, not the service', () => {
  const ended = day('2020-01-01');
  const loop = [
    { id: 'a', validUntil: ended, successorId: 'b' },
    { id: 'b', validUntil: ended, successorId: 'a' },
  ];
  expect(['a', 'b']).toContain(carriedOnBy(loop, 'a', day('2026-01-01'))?.id);
});

test('validity begins with its first day and ends before its end', () => {
  const thing = { validFrom: day('2026-01-01'), validUntil: day('2026-02-01') };
  const holds = (on: string) => isCurrent(thing, day(on));
  expect([holds('2025-12-31'), holds('2026-01-01'), holds('2026-01-31'), holds('2026-02-01')]).toEqual([false, true, true, false]);
});

test('a chain that comes back to its beginning is seen', () => {
  const next = (id: string) => ({ b: 'c', c: 'a', d: null })[id];
  expect(wouldLoop('a', 'b', next)).toBe(true);
  expect(wouldLoop('a', 'a', next)).toBe(true);
  expect(wouldLoop('a', 'd', next)).toBe(false);
  expect(wouldLoop('a', null, next)).toBe(false);
});

const names = (text: string) => ({ fi: text, sv: `${text} sv`, en: `${text} en` });

function anAgreement(parts: Partial<Agreement> & { tasks: AssistingTask[] }): Agreement {
  const says = (text: string) => ({ may: [text], mayNot: ['never'] });
  return {
    id: 'x',
    principalId: 'kela',
    providerId: 'city',
    pointId: null,
    serviceName: null,
    wording: { fi: says(`fi ${parts.tasks}`), sv: says(`sv ${parts.tasks}`) },
    trainingOwed: [],
    validFrom: day('2026-01-01'),
    validUntil: day('2027-12-31'),
    ...parts,
  };
}

const general = anAgreement({ tasks: ['inform', 'guide', 'help-fill', 'receive'] });
const onTheBus = anAgreement({ tasks: ['inform', 'guide'], pointId: 'bus' });
const housing = anAgreement({ tasks: ['inform'], serviceName: names('Asumistuki'), validUntil: day('2026-06-30') });

test('nothing is permitted before the first day, and the last day still counts', () => {
  const on = (text: string) => permittedBy([general], null, day(text)).tasks.length;
  expect([on('2025-12-31'), on('2026-01-01'), on('2027-12-31'), on('2028-01-01')]).toEqual([0, 4, 4, 0]);
  expect(permittedBy([], null, day('2026-03-01'))).toMatchObject({ tasks: [], validUntil: null });
});

test('the most exact agreement governs, here and for this service', () => {
  const all = [general, onTheBus, housing];
  const permitted = (pointId: string | null, service?: string) => permittedBy(all, pointId, day('2026-03-01'), service).tasks;
  expect(permitted('desk')).toEqual(['inform', 'guide', 'help-fill', 'receive']);
  expect(permitted('bus')).toEqual(['inform', 'guide']);
  expect(permitted('bus', 'asumistuki')).toEqual(['inform']);
  expect(permitted('desk', 'Asumistuki sv')).toEqual(['inform']);
  expect(permitted('desk', 'Toimeentulotuki')).toEqual(['inform', 'guide', 'help-fill', 'receive']);
  expect(permittedBy(all, 'desk', day('2026-07-01'), 'Asumistuki').tasks.length).toBe(4);
});

test('where no point is chosen, agreements of a point do not hold', () => {
  expect(permittedBy([onTheBus], null, day('2026-03-01')).tasks).toEqual([]);
});

test('equal agreements add up, say it once, and hold until the first of them ends', () => {
  const [a, b] = [anAgreement({ tasks: ['inform'] }), anAgreement({ tasks: ['receive'], validUntil: day('2026-05-01') })];
  expect(permittedBy([a, b], null, day('2026-03-01'))).toEqual({
    tasks: ['inform', 'receive'],
    wording: {
      fi: { may: ['fi inform', 'fi receive'], mayNot: ['never'] },
      sv: { may: ['sv inform', 'sv receive'], mayNot: ['never'] },
      en: { may: [], mayNot: [] },
    },
    trainingOwed: [],
    validUntil: day('2026-05-01'),
  });
});
