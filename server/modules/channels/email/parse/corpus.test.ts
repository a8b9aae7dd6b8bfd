import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMail } from './read.ts';
import type { ReadMail } from './types.ts';

type Expected = {
  kind: ReadMail['kind'];
  attachments: { name: string; type: string; size: number; sha256: string }[];
  from?: string;
  fromName?: string;
  to?: string[];
  subject?: string;
  subjectIncludes?: string;
  date?: string | null;
  newText?: string;
  textIncludes?: string[];
  htmlIncludes?: string[];
  htmlExcludes?: string[];
  /** Content-IDs of the images shown inside the message. */
  inline?: string[];
  failedAddress?: string;
  bounceStatus?: string;
  originalMessageId?: string;
};

const folder = new URL('corpus/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => name.slice(0, -4));

describe('the corpus', () => {
  test('is there, with what is expected of each mail', () => {
    expect(names.length).toBeGreaterThan(60);
  });

  test.each(names)('%s', async (name) => {
    const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    const mail = await readMail(readFileSync(new URL(`${name}.eml`, folder)));
    expect(seen(mail, expected)).toEqual(expected);
  });
});

/** The same shape as what is expected, filled with what was read. */
function seen(mail: ReadMail, expected: Expected): Expected {
  const all: Required<Expected> = {
    kind: mail.kind,
    attachments: mail.attachments.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
    from: mail.from.address,
    fromName: mail.from.name,
    to: mail.to.map(({ address }) => address),
    subject: mail.subject,
    subjectIncludes: mail.subject.includes(expected.subjectIncludes ?? '') ? (expected.subjectIncludes ?? '') : mail.subject,
    date: mail.date?.toString() ?? null,
    newText: mail.newText,
    textIncludes: (expected.textIncludes ?? []).filter((words) => mail.text.includes(words)),
    htmlIncludes: (expected.htmlIncludes ?? []).filter((words) => mail.html?.includes(words)),
    htmlExcludes: (expected.htmlExcludes ?? []).filter((words) => mail.html !== null && !mail.html.includes(words)),
    inline: mail.attachments.filter(({ inline }) => inline).map(({ contentId }) => contentId ?? ''),
    failedAddress: mail.bounce?.failedAddress ?? '',
    bounceStatus: mail.bounce?.status ?? '',
    originalMessageId: mail.bounce?.originalMessageId ?? '',
  };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key as keyof Expected]])) as Expected;
}
