import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeflateRaw } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { endingsOf, MAIL_FILES, OPAQUE, PUBLIC_FILES, STAFF_FILES } from './kinds.ts';
import { openXml, samples, zipOf } from './samples.ts';
import { sniffType } from './sniff.ts';

const folder = await mkdtemp(join(tmpdir(), 'polku-sniff-'));
afterAll(() => rm(folder, { recursive: true }));

async function sniff(content: Buffer | string, name = 'x', declaredType = ''): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, content);
  return sniffType(path, { name, declaredType });
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('by its bytes', () => {
  test.each(['pdf', 'png', 'jpeg', 'webp', 'gif', 'heic', 'tiff', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'rtf'] as const)(
    '%s is known whatever it is called, and taken from anyone',
    async (kind) => {
      const type = await sniff(samples[kind], 'x.html', 'text/html');
      expect(endingsOf(type)).toContain(kind);
      expect(PUBLIC_FILES.types.has(type)).toBe(true);
    },
  );

  test.each(['zip', 'docm', 'exe', 'elf'] as const)('%s is not taken from the public', async (kind) => {
    const type = await sniff(samples[kind], 'lasku.pdf', 'application/pdf');
    expect(PUBLIC_FILES.types.has(type)).toBe(false);
    expect(STAFF_FILES.types.has(type)).toBe(kind === 'zip');
    expect(MAIL_FILES.types).toBe(STAFF_FILES.types);
  });

  test.each([
    ['Finnish text', 'Hyvää päivää\n', 'text/plain'],
    ['text in Windows’ letters', Buffer.from('Hyv\xe4\xe4 p\xe4iv\xe4\xe4', 'latin1'), 'text/plain'],
    ['text in UTF-16', utf16('Hyvää päivää'), 'text/plain'],
    ['text that begins like a bitmap', 'BMW ei käynnisty', 'text/plain'],
    ['text that begins like a program', 'MZ-kirjaimet', 'text/plain'],
    ['a heart', '<3 kiitos', 'text/plain'],
    ['a PDF after white space', '\n\n%PDF-1.4\n', 'application/pdf'],
    ['nothing', '', OPAQUE],
    ['bytes', Buffer.from([1, 2, 3, 4, 5, 250, 251]), OPAQUE],
    ['text with a NUL in it', 'hei\0hei', OPAQUE],
  ])('%s', async (_, content, type) => {
    expect(await sniff(content)).toBe(type);
  });

  test('mail and tables go by their name or declared type, when they are text', async () => {
    expect([
      await sniff('a;b\n1;2\n', 'x.csv'),
      await sniff('a;b\n', 'x', 'text/csv; charset=utf-8'),
      await sniff(samples.exe, 'x.csv', 'text/csv'),
    ]).toEqual(['text/csv', 'text/csv', 'application/x-msdownload']);
    expect([
      await sniff(samples.mail, 'x.eml'),
      await sniff(samples.mail, 'x', 'message/rfc822'),
      await sniff('not: mail\n', 'x.eml'),
    ]).toEqual(['message/rfc822', 'message/rfc822', 'text/plain']);
  });
});

describe('what a browser could run is unknown bytes', () => {
  test.each([
    ['a page', '<!doctype html><script>1</script>'],
    ['a page after white space and its mark', '\ufeff \n\t<html>'],
    ['a page in UTF-16', utf16('<html><script>1</script>')],
    ['a page called text', '<B onmouseover=alert(1)>'],
    ['a page behind a comment', '<!-- x --><svg onload=alert(1)>'],
    ['a page after words', 'Hei!\n<script>alert(1)</script>'],
    ['a page that begins like a picture', 'GIF89a=1;/*<script>*/ <script>alert(1)</script>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a shell script', '#!/bin/sh\nrm -rf ~\n'],
    ['a batch file', '@echo off\r\n'],
    ['PHP', '<?php system($_GET[0]);'],
  ])('%s', async (_, content) => {
    for (const name of ['x.txt', 'x.csv', 'x.png', 'x.eml']) expect(await sniff(content, name, 'text/plain')).toBe(OPAQUE);
  });

  test.each([
    ['XML', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['XML in UTF-16', utf16('<?xml version="1.0"?><svg/>')],
    ['PostScript', '%!PS-Adobe-3.0\n'],
  ])('%s is not taken', async (_, content) => {
    expect(STAFF_FILES.types.has(await sniff(content, 'x.txt'))).toBe(false);
  });
});

describe('polyglots are what they begin as', () => {
  test.each([
    ['a picture with an archive behind', Buffer.concat([samples.gif, samples.zip]), 'image/gif'],
    ['a picture with a page inside', Buffer.concat([samples.jpeg, Buffer.from('<script>alert(1)</script>')]), 'image/jpeg'],
    ['a PDF with a page inside', Buffer.concat([samples.pdf, Buffer.from('<html><script>')]), 'application/pdf'],
    ['a program with a PDF behind', Buffer.concat([samples.exe, samples.pdf]), 'application/x-msdownload'],
    [
      'a Java archive',
      zipOf([
        { name: 'META-INF/MANIFEST.MF', content: 'x' },
        { name: '[Content_Types].xml', content: '' },
      ]),
      'application/java-archive',
    ],
    [
      'an archive that says it is a document',
      zipOf([
        { name: 'word/document.xml', content: 'x' },
        { name: 'evil.exe', content: 'MZ' },
      ]),
      'application/zip',
    ],
  ])('%s', async (_, content, type) => {
    expect(await sniff(content, 'x.pdf')).toBe(type);
  });
});

describe('archives are not unpacked', () => {
  test('a bomb of a gigabyte costs neither memory nor time', async () => {
    const packed = await zeros(1024);
    const bombs = [
      zipOf([
        { name: '[Content_Types].xml', content: '', packed, claimedSize: 1000 },
        { name: 'word/document.xml', content: 'x' },
      ]),
      zipOf([{ name: '[Content_Types].xml', content: '', packed, claimedSize: 1024 ** 3 }]),
      openXml('application/vnd.openxmlformats-officedocument.wordprocessingml.document', [
        { name: 'word/document.xml', content: '', packed, claimedSize: 5 },
      ]),
    ];
    await sniff(samples.docx);
    const [memory, started] = [process.resourceUsage().maxRSS, performance.now()];
    for (const bomb of bombs) await sniff(bomb, 'x.docx');
    expect(process.resourceUsage().maxRSS - memory).toBeLessThan(100 * 1024);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('ten thousand entries are no work', async () => {
    const many = zipOf(Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}`, content: '' })));
    const started = performance.now();
    expect(await sniff(many)).toBe('application/zip');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('any bytes after any beginning are answered', async () => {
  const beginnings = Object.values(samples).map((sample) => sample.subarray(0, 40));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings, Buffer.alloc(0)),
      fc.nat(40),
      fc.uint8Array({ maxLength: 300 }),
      async (beginning, length, rest) => {
        expect(await sniff(Buffer.concat([beginning.subarray(0, length), rest]))).toMatch(/^[\w.+-]+\/[\w.+-]+$/);
      },
    ),
    { numRuns: 400 },
  );
});

/** That many mebibytes of zeros, deflated without ever being in memory. */
async function zeros(mebibytes: number): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 1 });
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  const block = Buffer.alloc(1024 * 1024);
  for (let count = 0; count < mebibytes; count += 1) if (!deflate.write(block)) await once(deflate, 'drain');
  deflate.end();
  await once(deflate, 'end');
  return Buffer.concat(packed);
}
