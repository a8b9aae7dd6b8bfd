import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const corpus = fileURLToPath(new URL('parse/corpus/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('one line of JSON for each file, in order, through a pipe', async () => {
  const files = Array.from({ length: 10 }, () => readdirSync(corpus).filter((name) => name.endsWith('.eml')))
    .flat()
    .map((name) => join(corpus, name));
  const { code, lines } = await explain(files);
  expect(code).toBe(0);
  expect(lines.map((line) => JSON.parse(line).file)).toEqual(files);
});

test('a bounce names the address that failed, a message does not', async () => {
  const { lines } = await explain([join(corpus, 'bounce-postfix.eml'), join(corpus, 'attachment-pdf.eml')]);
  const [bounce, message] = lines.map((line) => JSON.parse(line));
  expect(bounce).toMatchObject({ kind: 'bounce', failedAddress: 'olematon@posti.example' });
  expect(Object.keys(message)).toEqual(['file', 'from', 'to', 'subject', 'text', 'newText', 'attachments', 'kind']);
  expect(message.attachments).toEqual([
    { name: 'hakemus.pdf', type: 'application/pdf', size: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});

test('a file that is no mail, and one that is missing, are told and do not stop the rest', async () => {
  const noMail = join(folder, 'ei-viesti.eml');
  writeFileSync(noMail, Buffer.alloc(10));
  const { code, lines } = await explain([noMail, join(folder, 'puuttuu.eml'), join(corpus, 'attachment-pdf.eml')]);
  expect(code).toBe(1);
  const [first, second, third] = lines.map((line) => JSON.parse(line));
  expect(Object.keys(first)).toEqual(['file', 'error']);
  expect(Object.keys(second)).toEqual(['file', 'error']);
  expect(third.kind).toBe('message');
});

function explain(files: string[]): Promise<{ code: number; lines: string[] }> {
  const script = fileURLToPath(new URL('explain.ts', import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...files], { maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => {
      resolve({ code: child.exitCode ?? -1, lines: stdout.trimEnd().split('\n') });
    });
  });
}
