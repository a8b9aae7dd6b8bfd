import { expect, test } from 'vitest';
import type { SpecialistRow } from '../../../shared/api/specialists.ts';
import { fitting, readyFirst } from './filter.ts';

const row = (name: string, rest: Partial<SpecialistRow> = {}, now: Partial<SpecialistRow['now']> = {}): SpecialistRow => ({
  id: name,
  name,
  title: {},
  unitId: 'u',
  organisationId: 'kela',
  tier: 2,
  skills: [{ fi: 'Asumistuki', sv: 'Bostadsbidrag', en: 'Housing allowance' }],
  languages: ['fi'],
  askedBy: ['call'],
  phone: '',
  backup: null,
  ...rest,
  now: { presence: null, onDuty: false, dutyUntil: null, nextDuty: null, standsInFor: [], answersPhone: false, ...now },
});
const names = (rows: SpecialistRow[]) => rows.map(({ name }) => name);
const place = () => 'Kelan asiantuntijat';

test('all that was wished has to be there; words are of any language', () => {
  const all = [
    row('Mika'),
    row('Sari', { languages: ['fi', 'sv'] }, { onDuty: true }),
    row('Daniel', { organisationId: 'dvv', languages: ['sv'] }),
  ];
  expect(names(fitting(all, { words: 'bostadsbidrag' }, place))).toEqual(['Mika', 'Sari', 'Daniel']);
  expect(names(fitting(all, { words: 'asumis sari' }, place))).toEqual(['Sari']);
  expect(names(fitting(all, { words: 'KELAN' }, place)).length).toBe(3);
  expect(names(fitting(all, { words: '', language: 'sv' }, place))).toEqual(['Sari', 'Daniel']);
  expect(names(fitting(all, { words: '', language: 'sv', organisation: 'dvv' }, place))).toEqual(['Daniel']);
  expect(names(fitting(all, { words: '', language: 'sv', duty: true }, place))).toEqual(['Sari']);
  expect(fitting(all, { words: 'verotus' }, place)).toEqual([]);
});

test('who is on duty stands first and who is away last', () => {
  const until = '2026-11-23T22:00:00Z';
  const all = [
    row('away', {}, { presence: { state: 'away', until } }),
    row('silent'),
    row('available', {}, { presence: { state: 'available', until } }),
    row('duty, busy', {}, { onDuty: true, presence: { state: 'busy', until } }),
  ];
  expect(names(readyFirst(all))).toEqual(['duty, busy', 'available', 'silent', 'away']);
});
