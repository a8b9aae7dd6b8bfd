/** How a text is filled in: the rules of server/modules/notifications/rules.ts, for the preview. */
import type { Placeholder, TemplateText } from '../../../../server/modules/notifications/types.ts';

export const placeholders = [
  'customerName',
  'staffName',
  'matterNumber',
  'place',
  'nextStep',
  'deadline',
  'answer',
  'link',
  'linkValidUntil',
  'news',
] as const satisfies readonly Placeholder[];

export type Values = Partial<Record<Placeholder, string>>;

const placeholder = /\{\{\s*([A-Za-z]+)\s*\}\}/g;

/** A line whose placeholders are all without a value is left out. */
export function filled({ subject, body }: TemplateText, values: Values): TemplateText {
  const lines = body.split('\n').filter((line) => saysSomething(line, values));
  return {
    subject: fill(subject, values)
      .replace(/\s+/g, ' ')
      .replace(/\s*\(\s*\)/g, '')
      .trim(),
    body: lines
      .map((line) => fill(line, values))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  };
}

/** Words in double braces that nothing fills in. */
export function unknownWords({ subject, body }: TemplateText): string[] {
  const words = [...`${subject}\n${body}`.matchAll(placeholder)].map((match) => match[1] as string);
  return [...new Set(words)].filter((word) => !(placeholders as readonly string[]).includes(word));
}

function saysSomething(line: string, values: Values): boolean {
  const words = [...line.matchAll(placeholder)].map((match) => match[1] as Placeholder);
  return words.length === 0 || words.some((word) => values[word]);
}

function fill(text: string, values: Values): string {
  return text.replace(placeholder, (_, word: Placeholder) => values[word] ?? '');
}
