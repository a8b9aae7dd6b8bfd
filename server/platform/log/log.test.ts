import { expect, test } from 'vitest';
import { createLog, type Level, type Log } from './log.ts';

function captured(level: Level = 'debug'): { log: Log; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  return { log: createLog(level, (line) => lines.push(JSON.parse(line))), lines };
}

test('an entry is one line of JSON with its time, level and allowed fields', () => {
  const { log, lines } = captured();
  log.info('request', { reqId: 'r1', route: '/api/matters/:id', status: 200, ms: 12 });
  expect(lines).toEqual([
    { time: expect.any(String), level: 'info', message: 'request', reqId: 'r1', route: '/api/matters/:id', status: 200, ms: 12 },
  ]);
});

test('any other field is dropped, and so is anything but a plain value', () => {
  const { log, lines } = captured();
  log.warn('mail', { name: 'Maija', body: 'apua', subject: 'eläke', count: 3, state: { customer: 'Maija' }, kind: ['Maija'], code: 'x' });
  expect(Object.keys(lines[0] ?? {})).toEqual(['time', 'level', 'message', 'count', 'code']);
});

test('a query string is cut off', () => {
  const { log, lines } = captured();
  log.info('request', { url: 'https://polku.example/s?key=secret#x', route: '/s?key=secret' });
  expect(lines[0]).toMatchObject({ url: 'https://polku.example/s', route: '/s' });
});

test('an error keeps its kind and place, not its words', () => {
  const { log, lines } = captured();
  const cause = Object.assign(new Error('Key (email)=(maija@posti.example) already exists'), {
    code: '23505',
    constraint: 'person_email_key',
    detail: 'Key (email)=(maija@posti.example)',
  });
  log.error('failed', { error: new Error('for Maija:\n    at home with maija@posti.example', { cause }) });
  const text = JSON.stringify(lines);
  expect(text).not.toMatch(/maija/i);
  expect(lines[0]?.error).toMatchObject({
    name: 'Error',
    stack: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
    cause: { code: '23505', constraint: 'person_email_key' },
  });
});

test('a fault of the program says what it is', () => {
  const { log, lines } = captured();
  log.error('failed', { error: new TypeError('x is not a function') });
  log.error('failed', { error: 'a thrown text about Maija' });
  expect(lines.map((line) => line.error)).toEqual([
    expect.objectContaining({ name: 'TypeError', message: 'x is not a function' }),
    { name: 'string' },
  ]);
});

test('lower levels are silent; a child carries its fields, which pass the same list', () => {
  const { log, lines } = captured('warn');
  log.info('no');
  const child = log.child({ module: 'matters', customer: 'Maija' });
  child.warn('yes', { count: 1 });
  captured('silent').log.error('no');
  expect(lines).toEqual([{ time: expect.any(String), level: 'warn', message: 'yes', module: 'matters', count: 1 }]);
});
