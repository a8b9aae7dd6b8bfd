import { expect, test } from 'vitest';
import { changedOrder } from './rules.ts';

test.each([
  ['to-order', 'ordered'],
  ['to-order', 'cancelled'],
  ['ordered', 'confirmed'],
  ['ordered', 'done'],
  ['confirmed', 'done'],
  ['confirmed', 'cancelled'],
] as const)('%s becomes %s', (from, to) => {
  expect(changedOrder(from, { state: to })).toEqual({ state: to, failedWhy: null });
});

test('what is settled stays as it is', () => {
  for (const state of ['done', 'failed', 'cancelled'] as const) expect(changedOrder(state, { state: 'ordered' })).toBe('order-settled');
});

test('nothing goes backwards, and nothing is done before it was ordered', () => {
  expect(changedOrder('confirmed', { state: 'to-order' })).toBe('order-step-unknown');
  expect(changedOrder('to-order', { state: 'done' })).toBe('order-step-unknown');
});

test('what failed says why; why without failing is forgotten', () => {
  expect(changedOrder('ordered', { state: 'failed' })).toBe('order-why-needed');
  expect(changedOrder('ordered', { state: 'failed', failedWhy: 'did-not-come' })).toEqual({ state: 'failed', failedWhy: 'did-not-come' });
  expect(changedOrder('ordered', { failedWhy: 'other' })).toEqual({ state: 'ordered', failedWhy: null });
});
