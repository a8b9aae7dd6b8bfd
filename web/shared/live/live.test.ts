import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followLive, type LiveMessage } from './live.ts';

/** The browser's EventSource, moved by hand. */
class Line {
  static readonly CLOSED = 2;
  static opened: Line[] = [];
  readyState = 0;
  onopen = () => {};
  onerror = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  onReset = () => {};
  constructor() {
    Line.opened.push(this);
  }
  addEventListener(_name: string, act: () => void): void {
    this.onReset = act;
  }
  close(): void {
    this.readyState = Line.CLOSED;
  }
  say(message: LiveMessage): void {
    this.onmessage({ data: JSON.stringify(message) });
  }
  refuse(): void {
    this.readyState = Line.CLOSED;
    this.onerror();
  }
}

const message = (id: string): LiveMessage => ({ topic: 'matters:all', id, version: 1 });
const onMessages = vi.fn();
const onReset = vi.fn();
let stop = () => {};
const line = () => Line.opened.at(-1) as Line;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Line);
  vi.stubGlobal('window', { addEventListener: vi.fn(), removeEventListener: vi.fn() });
  Line.opened = [];
  onMessages.mockReset();
  onReset.mockReset();
  stop = followLive('/api/live', { onMessages, onReset });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('following changes', () => {
  test('messages that come close together are told at once', () => {
    line().onopen();
    line().say(message('a'));
    line().say(message('b'));
    vi.advanceTimersByTime(60);
    expect(onMessages).toHaveBeenCalledExactlyOnceWith([message('a'), message('b')]);
    expect(onReset).not.toHaveBeenCalled();
  });

  test('a cut the browser mends itself fetches nothing anew: the server sends what was missed', () => {
    line().onopen();
    line().onerror();
    line().onopen();
    expect(onReset).not.toHaveBeenCalled();
    expect(Line.opened).toHaveLength(1);
  });

  test('a refused line is opened again with growing pauses, and everything is fetched anew', () => {
    line().refuse();
    vi.advanceTimersByTime(1_900);
    expect(Line.opened).toHaveLength(1);
    vi.advanceTimersByTime(200);
    expect(Line.opened).toHaveLength(2);
    line().refuse();
    vi.advanceTimersByTime(2_100);
    expect(Line.opened).toHaveLength(2);
    vi.advanceTimersByTime(2_000);
    expect(Line.opened).toHaveLength(3);
    line().onopen();
    expect(onReset).toHaveBeenCalledOnce();
  });

  test('the server may ask to fetch everything anew', () => {
    line().onopen();
    line().onReset();
    expect(onReset).toHaveBeenCalledOnce();
  });

  test('stopped, it opens nothing more', () => {
    line().refuse();
    stop();
    vi.advanceTimersByTime(60_000);
    expect(Line.opened).toHaveLength(1);
  });
});
