import { describe, expect, test } from 'vitest';
import { kindOf, momentOf } from './columns.ts';
import { decoded, readCsv } from './csv.ts';
import { reportsIn } from './rules.ts';

const ZONE = 'Europe/Helsinki';
const times = { zone: ZONE, now: Temporal.Instant.from('2026-11-23T08:00:00Z'), from: Temporal.Instant.from('2025-11-23T08:00:00Z') };
const fieldsOf = (text: string) => readCsv(text).map(({ fields }) => fields);
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a CSV file', () => {
  test.each([
    [
      'semicolons',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'Excel’s own first line',
      'sep=;\na;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a header with the other separator in quotes',
      '"a,b,c";d\n1;2',
      [
        ['a,b,c', 'd'],
        ['1', '2'],
      ],
    ],
    [
      'line ends and quotes in a field',
      'a;b\n"x\n""y"";z";2',
      [
        ['a', 'b'],
        ['x\n"y";z', '2'],
      ],
    ],
    [
      'empty lines and old line ends',
      'a;b\r\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty fields',
      'a;b\n;\n"";',
      [
        ['a', 'b'],
        ['', ''],
        ['', ''],
      ],
    ],
  ])('with %s', (_, text, expected) => expect(fieldsOf(text)).toEqual(expected));

  test('tells a line whose quotes are wrong, and reads on', () => {
    expect(readCsv('a;b\n"x;2\n3;4\n"y"z;5\n6;7')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: null },
      { line: 3, fields: ['3', '4'] },
      { line: 4, fields: null },
      { line: 5, fields: ['6', '7'] },
    ]);
  });

  test('counts lines as the file has them', () => {
    expect(readCsv('a;b\n"x\ny";1\n\n2;3').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test('full of wrong quotes ends soon', () => {
    const started = performance.now();
    expect(readCsv('"a"b\n'.repeat(200_000)).length).toBe(51);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('is read as it was written: UTF-8 with or without its mark, or Windows’ western letters', () => {
    expect(decoded(bytes('\uFEFFpäivä'))).toBe('päivä');
    expect(decoded(bytes('päivä'))).toBe('päivä');
    expect(decoded(Uint8Array.from([0x70, 0xe4, 0x69, 0x76, 0xe4]))).toBe('päivä');
    expect(decoded(Uint8Array.from([0xff, 0xfe, 0xe4, 0x00]))).toBe('ä');
  });
});

describe('a line', () => {
  test.each([
    ['22.11.2026 14.30', '2026-11-22T12:30:00Z'],
    ['1.6.2026 klo 9:05', '2026-06-01T06:05:00Z'],
    ['2026-11-22T14:30:00', '2026-11-22T12:30:00Z'],
    ['22/11/2026 14:30', '2026-11-22T12:30:00Z'],
    ['31.2.2026 14.30', undefined],
    ['22.11.2026', undefined],
    ['22.11.2026 25.00', undefined],
    ['', undefined],
  ])('at %s', (text, expected) => expect(momentOf(text, ZONE)?.toString()).toBe(expected));

  test.each([
    ['Uhkailu', 'verbal'],
    ['Våld', 'violence'],
    ['Theft', 'property'],
    ['Päihtynyt henkilö: päihtymys', 'intoxication'],
    ['Första hjälp', 'illness'],
    ['Avaimet', 'other'],
  ])('of the kind %s', (words, kind) => expect(kindOf(words)).toBe(kind));

  const read = (...lines: string[]) => reportsIn(['Datum;Tid;Typ;Beskrivning;Polis', ...lines].join('\n'), times);

  test.each([
    ['20.11.2026;14.30;Hot;', 'columns'],
    ['20.11.2026;14.30;Hot;;nej', 'empty'],
    ['24.11.2026;14.30;Hot;Skrek;nej', 'future'],
    ['20.11.2024;14.30;Hot;Skrek;nej', 'too-old'],
    [`20.11.2026;14.30;Hot;${'x'.repeat(4001)};nej`, 'too-long'],
    ['20.11.2026;14.30;Hot;Kallade sig 131052-308T;nej', 'identity-code'],
  ])('is skipped: %#', (line, why) => expect(read(line)).toEqual({ reports: [], skipped: [{ line: 2, why }] }));

  test('of a kind of the company’s own keeps its word; a formula is only text', () => {
    expect(read('20.11.2026;14.30;Nycklar;=1+1;ja').reports[0]).toMatchObject({ kind: 'other', what: 'Nycklar: =1+1', police: true });
  });
});
