import { expect, test } from 'vitest';
import { droppedAt, moved, replaced } from './order.ts';

const items = ['a', 'b', 'c', 'd'];

test('an item is carried up, down and to either end', () => {
  expect(moved(items, 2, 0)).toEqual(['c', 'a', 'b', 'd']);
  expect(moved(items, 0, 3)).toEqual(['b', 'c', 'd', 'a']);
  expect(moved(items, 1, 2)).toEqual(['a', 'c', 'b', 'd']);
});

test('beyond the ends nothing moves', () => {
  expect(moved(items, 0, -1)).toEqual(items);
  expect(moved(items, 3, 4)).toEqual(items);
});

test('a drop lands before or after the item under it, whichever way it came', () => {
  expect(moved(items, 0, droppedAt(items, 'a', 'c', 'before'))).toEqual(['b', 'a', 'c', 'd']);
  expect(moved(items, 0, droppedAt(items, 'a', 'c', 'after'))).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(items, 3, droppedAt(items, 'd', 'b', 'before'))).toEqual(['a', 'd', 'b', 'c']);
});

test('only items with another place are saved', () => {
  const three = [
    { key: 'a', position: 0 },
    { key: 'c', position: 2 },
    { key: 'b', position: 1 },
    { key: 'd', position: 3 },
  ];
  expect(replaced(three)).toEqual([
    { key: 'c', position: 1 },
    { key: 'b', position: 2 },
  ]);
});
