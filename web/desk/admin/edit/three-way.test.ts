import { describe, expect, test } from 'vitest';
import { changedFields, conflictsOf, type Kept, keep, nothingKept, same, withMine } from './three-way.ts';

type Thing = { name: string; phone: string; hours: { from: string; to: string } };
const saved: Thing = { name: 'Kirkkoranta', phone: '019 000 1010', hours: { from: '10:00', to: '15:00' } };
const start: Kept<Thing> = nothingKept;

describe('unsaved changes', () => {
  test('what one changed stands over what is saved, and the rest follows what others save', () => {
    const kept = keep(saved, start, { phone: '019 000 2020' });
    expect(withMine({ ...saved, name: 'Kirkkorannan piste' }, kept)).toEqual({
      ...saved,
      name: 'Kirkkorannan piste',
      phone: '019 000 2020',
    });
    expect(conflictsOf({ ...saved, name: 'Kirkkorannan piste' }, kept)).toEqual([]);
  });

  test('changed back is not changed', () => {
    const kept = keep(saved, keep(saved, start, { phone: '1' }), { phone: saved.phone });
    expect(changedFields(saved, kept)).toEqual([]);
    expect(kept).toEqual(nothingKept);
  });

  test('the same field saved by another is a conflict, until both say the same', () => {
    const kept = keep(saved, start, { phone: '019 000 2020' });
    expect(conflictsOf({ ...saved, phone: '019 000 3030' }, kept)).toEqual(['phone']);
    expect(conflictsOf({ ...saved, phone: '019 000 2020' }, kept)).toEqual([]);
  });

  test('a field keeps what was saved when one first touched it', () => {
    const kept = keep({ ...saved, phone: 'later' }, keep(saved, start, { phone: '1' }), { phone: '12' });
    expect(kept.was.phone).toBe(saved.phone);
  });

  test('the order of members does not matter, an absent member is as an empty one', () => {
    expect(same({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
    expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
    expect(same(null, undefined)).toBe(true);
  });
});
