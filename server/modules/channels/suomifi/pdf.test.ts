import { expect, test } from 'vitest';
import { pageOf } from './pdf.ts';

const textOf = (title: string, text: string) => Buffer.from(pageOf(title, text)).toString('latin1');

test('each object stands where the table of them says', () => {
  const pdf = textOf('Otsikko', 'Hei,\n\nÄäkköset ja å.');
  const table = pdf.slice(pdf.lastIndexOf('\nxref\n') + 1);
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
  expect(offsets).toHaveLength(5);
  offsets.forEach((offset, index) => {
    expect(pdf.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  });
  expect(Number(/startxref\n(\d+)/.exec(pdf)?.[1])).toBe(pdf.indexOf('\nxref\n') + 1);
  for (const [, length, content] of pdf.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
    expect(content).toHaveLength(Number(length));
  expect(pdf).toContain('(Ääkköset ja å.) Tj');
});

test('words can end no string and begin no command; letters the font lacks are marks', () => {
  const pdf = textOf('(a) \\', ') Tj ET endstream – “q” привет');
  expect(pdf).toContain('(\\(a\\) \\\\) Tj');
  expect(pdf).toContain('(\\) Tj ET endstream - "q" ??????) Tj');
});

test('long lines are broken at spaces, long texts into pages', () => {
  const pdf = textOf('T', `${'sana '.repeat(40)}\n${'x'.repeat(200)}\n${'rivi\n'.repeat(100)}`);
  for (const [, line = ''] of pdf.matchAll(/^\((.*)\) Tj T\*$/gm)) expect(line.length).toBeLessThanOrEqual(84);
  expect(pdf).toContain('/Count 3');
});
