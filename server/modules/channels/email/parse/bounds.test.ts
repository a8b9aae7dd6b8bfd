import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldHistory } from './fold.ts';
import { limits } from './limits.ts';
import { readMail } from './read.ts';
import { MalformedMail, type ReadMail } from './types.ts';

const folder = new URL('corpus/', import.meta.url);
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(new URL(name, folder)));
const header = 'From: a@kirje.example\nTo: b@kunta.example\nSubject: s\n';

test('letters written as two characters are read as one: subject, names, words new and quoted', async () => {
  const words = 'Hyvää päivää, pysäkki siirtyi.\n\nMåns Öberg kirjoitti 1.2.2026:\n> Missä pysäkki on?\n'.normalize('NFD');
  const head = `From: ${'Äiti Åström'.normalize('NFD')} <a@kirje.example>\nTo: b@kunta.example\nSubject: ${'Pysäkki'.normalize('NFD')}\n`;
  const raw = Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\n\n${words}`);
  const { from, subject, text, newText, quotedText } = await readMail(raw);
  const html = await readMail(Buffer.from(`${head}Content-Type: text/html; charset=utf-8\n\n<p>${words}</p>`));
  expect([from.name, subject]).toEqual(['Äiti Åström', 'Pysäkki']);
  expect(newText).toBe('Hyvää päivää, pysäkki siirtyi.');
  expect(html.text).toContain('Hyvää päivää');
  for (const read of [text, newText, quotedText, html.text]) expect(read).toBe(read.normalize());
});

describe('whatever the bytes', () => {
  test('random bytes are read or refused as malformed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) => expectSound(await readOrRefuse(Buffer.from(bytes)))),
      {
        numRuns: 150,
      },
    );
  });

  test('random bytes after mail headers are always read', async () => {
    const withHeaders = fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Buffer.concat([Buffer.from(header), Buffer.from(bytes)]));
    await fc.assert(
      fc.asyncProperty(withHeaders, async (raw) => expectSound(await readMail(raw))),
      { numRuns: 150 },
    );
  });

  test('mails with pieces cut out, doubled or overwritten are read or refused', async () => {
    const damaged = fc
      .tuple(fc.constantFrom(...corpus), fc.nat(), fc.nat({ max: 400 }), fc.uint8Array({ maxLength: 40 }), fc.boolean())
      .map(([raw, place, length, bytes, repeat]) => {
        const at = place % (raw.length + 1);
        const piece = repeat ? Buffer.concat([raw.subarray(at, at + length), raw.subarray(at, at + length)]) : Buffer.from(bytes);
        return Buffer.concat([raw.subarray(0, at), piece, raw.subarray(at + length)]);
      });
    await fc.assert(
      fc.asyncProperty(damaged, async (raw) => expectSound(await readOrRefuse(raw))),
      { numRuns: 600 },
    );
  });

  test('the new text is lines of the text, in order', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        '> lainaus',
        '>> syvempi',
        '-- ',
        '--',
        'Matti <m@kirje.example> kirjoitti 4.3.2024 klo 10.00:',
        'On Mon, 4 Mar 2024, M wrote:',
        '-----Original Message-----',
      ),
      fc.constantFrom(
        'From: a@kirje.example',
        'Lähetetty: 4.3.2024',
        'Till: b',
        'Aihe: c',
        'Begin forwarded message:',
        'Lähetetty iPhonesta',
        '________________',
        'Oma rivi.',
      ),
      fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ' ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('Re: x', 'VL: x', 'x'), fc.boolean(), (lines, subject, isReply) => {
        expectSubsequence(foldHistory(lines.join('\n'), { subject, isReply }).newText, lines.join('\n'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is no mail', () => {
  test.each([
    ['nothing at all', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(1_000)],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a page', Buffer.from('<!doctype html>\n<p>Hei</p>\n')],
    ['a letter without headers', Buffer.from('Hei,\n\nmiten haen tukea?\n')],
  ])('%s is refused as malformed', async (_, raw) => {
    await expect(readMail(raw)).rejects.toBeInstanceOf(MalformedMail);
  });
});

describe('what a mail may cost', () => {
  test('a mail of ten thousand parts is read up to the limit and says so', async () => {
    const parts = Array.from({ length: 10_000 }, (_, at) => `--b\nContent-Type: application/pdf; name=f${at}.pdf\n\nx\n`);
    const mail = await readMail(Buffer.from(`${header}Content-Type: multipart/mixed; boundary=b\n\n${parts.join('')}--b--\n`));
    expect(mail.attachments.length).toBe(limits.parts - 1);
    expect(mail.cut).toBe(true);
  });

  test('containers in containers are read down to the limit', async () => {
    const open = Array.from({ length: 500 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`);
    const mail = await readMail(Buffer.from(`${header}${open.join('')}Content-Type: text/plain\n\nx\n`));
    expect(mail.cut).toBe(true);
  });

  test('a huge text is cut, a huge header block too', async () => {
    const long = await readMail(Buffer.from(`${header}\n${'a b\n'.repeat(1_000_000)}`));
    expect(long.text.length).toBeLessThanOrEqual(limits.text);
    expect(long.cut).toBe(true);
    const bomb = await readMail(Buffer.from(`${header}${'X-A: b\n'.repeat(300_000)}\nHei\n`));
    expect(bomb).toMatchObject({ newText: 'Hei', cut: true });
  });

  // Each grows by ten; quadratic work would grow by a hundred. The floor keeps a slow start from counting.
  test.each(Object.entries(adversaries()))('%s costs in proportion to its length', async (_, grow) => {
    await timed(grow(1_000));
    const small = await timed(grow(10_000));
    const large = await timed(grow(100_000));
    expect(large).toBeLessThan(40 * Math.max(small, 12));
  });
});

function adversaries(): Record<string, (size: number) => string> {
  const plain = (piece: string) => (size: number) => `${header}\n${piece.repeat(size / piece.length)}`;
  const field = (name: string, piece: string) => (size: number) => `${header}${name}: ${piece.repeat(size / piece.length)}\n\nx\n`;
  const html = (piece: string) => (size: number) => `${header}Content-Type: text/html\n\n${piece.repeat(size / piece.length)}`;
  return {
    'quote marks': plain('> '),
    'quoted lines': plain('> a\n'),
    'separators and quotes': plain('-----Original Message-----\n> a\nb\n'),
    'forwards of forwards': plain('Begin forwarded message:\n'),
    'signature delimiters': plain('-- \n'),
    'signature delimiters and blanks': plain('--\n\n\n\n'),
    rules: plain('____________\n'),
    'colons at line ends': plain('On 4.3.2024 a wrote:\n'),
    'header lines': plain('From: a\nSent: b\n'),
    'blank lines': plain('\n'),
    spaces: plain(' '),
    brackets: plain('<a@b '),
    'unclosed tags': html('<div>'),
    'quotes in quotes': html('<blockquote>'),
    'less-than signs': html('<'),
    ampersands: html('&#'),
    comments: html('<!--'),
    attributes: html('<a b="'),
    styles: html('<p style="color:red;'),
    'encoded words': field('Subject', '=?utf-8?Q?a?= '),
    'half encoded words': field('Subject', '=?'),
    'addresses in brackets': field('To', '<a@b.example>,'),
    'open comments': field('To', '('),
    'quotes in addresses': field('To', '"a\\"'),
    parameters: field('Content-Type', 'a/b; c*0*=d;'),
    references: field('References', '<a@b> '),
    boundaries: (size) => `${header}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(size / 5)}`,
    'lines like boundaries': (size) => `${header}Content-Type: multipart/mixed; boundary=b\n\n${'--bb\n'.repeat(size / 5)}`,
    'flowed lines': (size) => `${header}Content-Type: text/plain; format=flowed\n\n${'> a \n'.repeat(size / 5)}`,
    'padding in base64': (size) => `${header}Content-Transfer-Encoding: base64\n\n${'YQ=='.repeat(size / 4)}`,
    'equals signs': (size) => `${header}Content-Transfer-Encoding: quoted-printable\n\n${'= '.repeat(size / 2)}`,
    'delivery reports': (size) =>
      `${header}Content-Type: message/delivery-status\n\n${'Final-Recipient: rfc822; a@b.example\n\n'.repeat(size / 40)}`,
    'from a daemon': (size) => `From: mailer-daemon@b.example\nSubject: failure notice\n\n${'a@b.example '.repeat(size / 12)}`,
  };
}

/** Milliseconds of processor time: what else the machine does meanwhile is no work of the reading. */
async function timed(raw: string): Promise<number> {
  const mail = Buffer.from(raw);
  const started = process.cpuUsage();
  await readMail(mail);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

async function readOrRefuse(raw: Buffer): Promise<ReadMail | null> {
  try {
    return await readMail(raw);
  } catch (error) {
    if (error instanceof MalformedMail) return null;
    throw error;
  }
}

function expectSound(mail: ReadMail | null): void {
  if (!mail) return;
  expectSubsequence(mail.newText, mail.text);
  expect(mail.text).not.toContain('\0');
  for (const [tag] of (mail.html ?? '').matchAll(/<[^>]*>?/g)) expectHarmless(tag);
  for (const { name, size, content } of mail.attachments) {
    expect(name).toMatch(/^[^/\\\p{Cc}]{1,130}$/u);
    expect(content.length).toBe(size);
  }
}

function expectHarmless(tag: string): void {
  expect(tag).not.toMatch(/^<\/?(?:script|style|iframe|object|embed|form|input|link|meta|base|svg|math|video|audio|source)\b/i);
  for (const [, name = '', value = ''] of tag.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)) {
    expect(name).not.toMatch(/^on|^srcset|^background|^poster/i);
    if (name === 'src') expect(value).toMatch(/^(?:cid:|data:image\/)/i);
    if (name === 'href') expect(value).toMatch(/^\s*(?:https?:\/\/|mailto:)/i);
    if (name === 'style') expect(value).not.toMatch(/url|expression|import|\\/i);
  }
}

function expectSubsequence(part: string, whole: string): void {
  if (part === '') return;
  const lines = whole.split('\n');
  let at = 0;
  for (const line of part.split('\n')) {
    const found = lines.indexOf(line, at);
    expect(found, `"${line}" in its place`).toBeGreaterThanOrEqual(at);
    at = found + 1;
  }
}
