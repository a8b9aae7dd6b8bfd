import { createRequire } from 'node:module';
import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { encodings } from '../devices/schema.ts';
import { bytesOf, paperOf, pictureOf } from './paper.ts';
import { type Ticket, ticketMarkdown, timeOnTicket } from './ticket.ts';

const page = 'https://polku.example/q/AbCdEfGhIjKlMnOpQrStUvWx_-1';
const ticket: Ticket = { point: 'Mallilan palvelupiste', code: 'B012', page, time: 'ma 23.11. klo 10.00' };
const paper = paperOf({});
const variants = ['fi', 'sv', 'en', 'fi-x-plain'] as const;
const iconv = createRequire(import.meta.resolve('receiptline'))('iconv-lite') as { decode: (bytes: Buffer, encoding: string) => string };
const textOf = (bytes: Buffer, encoding = 'cp858') => iconv.decode(bytes, encoding);

describe('a ticket', () => {
  test.each(variants)('says in %s where, the number, when, how to follow it and what it means', (variant) => {
    const said = ticketMarkdown(ticket, variant, paper);
    expect(said).toContain('Mallilan palvelupiste');
    expect(said).toContain('^^^^^^^B012^^^^^^^');
    expect(said).toContain('ma 23.11. klo 10.00');
    expect(said).toContain(`{code:${page};option:qrcode,7,m}`);
    expect(said.split('\n').filter((line) => line !== '' && !line.startsWith('{')).length).toBeGreaterThan(7);
  });

  test('is read in the language of the visitor, the hour too', () => {
    const at = Temporal.Instant.from('2026-11-23T08:05:00Z');
    const times = variants.map((variant) => timeOnTicket(at, variant, 'Europe/Helsinki'));
    expect(times).toEqual(['ma 23.11. klo 10.05', 'mån 23.11 kl. 10.05', 'Mon 23 Nov, 10:05', 'ma 23.11. klo 10.05']);
  });

  test('keeps words whole and lines within the paper, whatever its width', () => {
    for (const cpl of [24, 32, 42, 48]) {
      for (const variant of variants) {
        const lines = ticketMarkdown({ ...ticket, point: 'Mallilanmaanpalvelupisteenaulatila 12' }, variant, { cpl, cell: 5 }).split('\n');
        for (const line of lines.filter((one) => !/[{^]/.test(one))) {
          const shown = line.replaceAll('"', '').replace(/\\x[0-9a-f]{2}/g, '?');
          expect(shown.length, line).toBeLessThanOrEqual(cpl);
        }
      }
    }
    const thousand = ticketMarkdown({ ...ticket, code: 'B1000' }, 'fi', { cpl: 24, cell: 5 });
    expect(thousand).toContain('^^^^^B1000^^^^^');
  });

  test('takes no command from a name', () => {
    const point = '{command:\\x1bp0} |Piste| ^^^ "A" _b_ ~c` \\x1d\u0007\n{image:AAAA}';
    const bytes = bytesOf(ticketMarkdown({ ...ticket, point, page: null }, 'fi', paper), paper);
    expect(bytes.includes('\x1bp0', 0, 'latin1')).toBe(false);
    expect(bytes.includes(Buffer.from([0x07]))).toBe(false);
    expect(textOf(bytes)).toContain('{command:');
    expect(pictureOf(ticketMarkdown({ ...ticket, point: '<script>&' }, 'fi', paper), paper)).not.toContain('<script');
  });

  test('says so where it cannot be followed', () => {
    const said = ticketMarkdown({ ...ticket, page: null }, 'en', paper);
    expect(said).toContain('cannot be followed');
    expect(said).not.toContain('qrcode');
  });
});

describe('what the printer is sent', () => {
  test.each(encodings)('has å, ä and ö in %s', (encoding) => {
    const bytes = bytesOf(ticketMarkdown({ ...ticket, point: 'Åmål Ämmä Öölä å–ö š' }, 'fi', paper), { ...paper, encoding });
    const places = encoding === 'cp1252' ? 'cp1252' : 'cp858';
    expect(textOf(bytes, places)).toContain('Åmål');
    expect(textOf(bytes, places)).toMatch(/Ämmä Öölä å-ö s/);
    expect(bytes.includes(encoding === 'cp1252' ? 0xe4 : 0x84)).toBe(true);
  });

  test('chooses the code page, writes the number six times as large, and cuts', () => {
    const bytes = bytesOf(ticketMarkdown(ticket, 'fi', paper), paper).toString('latin1');
    expect(bytes.startsWith('\x1b@')).toBe(true);
    expect(bytes).toContain('\x1bt\x13');
    expect(bytes).toContain('\x1d!\x55\x1bt\x13B012');
    expect(bytes).toContain('\x1dVB\x00');
    expect(bytes.indexOf('\x1dVB\x00')).toBeGreaterThan(bytes.length - 10);
  });

  test.each(['escpos', 'generic'] as const)('has the code of the page in it, square by square (%s)', (command) => {
    const bytes = bytesOf(ticketMarkdown(ticket, 'fi', paper), { ...paper, command });
    expect(squaresIn(bytes, command, paper.cell)).toEqual(squaresOf(page));
  });
});

/** The squares of the raster picture in the bytes: GS 8 L (its width in dots) or GS v 0 (in bytes). */
function squaresIn(bytes: Buffer, command: 'escpos' | 'generic', cell: number): boolean[][] {
  const [mark, head, rawWidth] = command === 'escpos' ? (['\x1d8L', 17, 13] as const) : (['\x1dv0', 8, 4] as const);
  const at = bytes.indexOf(mark, 0, 'latin1');
  expect(at).toBeGreaterThan(0);
  const [width, height] = [bytes.readUInt16LE(at + rawWidth), bytes.readUInt16LE(at + rawWidth + 2)];
  const row = command === 'escpos' ? (width + 7) >> 3 : width;
  const isDark = (x: number, y: number) => ((bytes[at + head + y * row + (x >> 3)] as number) & (128 >> (x & 7))) !== 0;
  const size = height / cell;
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => isDark(x * cell + 1, y * cell + 1)));
}

function squaresOf(address: string): boolean[][] {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, y) => Array.from({ length: modules.size }, (__, x) => modules.get(y, x) === 1));
}
