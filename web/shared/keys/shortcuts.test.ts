import { afterEach, describe, expect, test, vi } from 'vitest';
import { addShortcuts, allowSingleKeys, commandFor, everyScope, openScope, pageScope, shortcutsOf } from './shortcuts.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});

const undoers: (() => void)[] = [];
const add = (...args: Parameters<typeof addShortcuts>) => undoers.push(addShortcuts(...args));
afterEach(() => {
  for (const undo of undoers.splice(0)) undo();
  allowSingleKeys(true);
});

describe('shortcuts', () => {
  test('a single key works outside text only', () => {
    add(pageScope, [{ keys: 'r', label: 'reply', run: vi.fn() }]);
    expect(commandFor(press('r'), false)?.label).toBe('reply');
    expect(commandFor(press('r'), true)).toBeUndefined();
    expect(commandFor(press('r', { altKey: true }), false)).toBeUndefined();
    expect(commandFor(press('r', { ctrlKey: true }), false)).toBeUndefined();
  });

  test('Ctrl+Enter sends from a text field too', () => {
    add(pageScope, [{ keys: 'Control+Enter', label: 'send', run: vi.fn() }]);
    expect(commandFor(press('Enter', { ctrlKey: true }), true)?.label).toBe('send');
    expect(commandFor(press('Enter', { metaKey: true }), true)?.label).toBe('send');
  });

  test('switched off, single keys rest and the others stay', () => {
    add(pageScope, [
      { keys: 'j', label: 'down', run: vi.fn() },
      { keys: 'Control+Enter', label: 'send', run: vi.fn() },
    ]);
    allowSingleKeys(false);
    expect(commandFor(press('j'), false)).toBeUndefined();
    expect(commandFor(press('Enter', { ctrlKey: true }), false)?.label).toBe('send');
  });

  test('a panel takes the keys until it closes', () => {
    add(pageScope, [{ keys: 'w', label: 'wrap up', run: vi.fn() }]);
    const close = openScope('panel');
    add('panel', [{ keys: '4', label: 'four', run: vi.fn() }]);
    expect(commandFor(press('w'), false)).toBeUndefined();
    expect(commandFor(press('4'), false)?.label).toBe('four');
    close();
    expect(commandFor(press('w'), false)?.label).toBe('wrap up');
  });

  test('what is heard everywhere answers over a panel, unless the panel has the key', () => {
    add(everyScope, [{ keys: 'u', label: 'undo', run: vi.fn() }]);
    expect(commandFor(press('u'), false)?.label).toBe('undo');
    undoers.push(openScope('panel'));
    expect(commandFor(press('u'), false)?.label).toBe('undo');
    add('panel', [{ keys: 'u', label: 'own', run: vi.fn() }]);
    expect(commandFor(press('u'), false)?.label).toBe('own');
    expect(shortcutsOf('panel').map((one) => one.label)).toEqual(['own']);
  });

  test('the later of two answers, and the list holds each key once', () => {
    add(pageScope, [{ keys: 'u', label: 'first', run: vi.fn() }]);
    add(pageScope, [{ keys: 'u', label: 'second', run: vi.fn() }]);
    expect(commandFor(press('u'), false)?.label).toBe('second');
    expect(shortcutsOf(pageScope).map((one) => one.label)).toEqual(['second']);
  });
});
