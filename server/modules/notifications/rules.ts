import { type Placeholder, placeholders, type TemplateText, type TemplateTexts, type TemplateValues, type TextLanguage } from './types.ts';

const PLACEHOLDER = /\{\{\s*([A-Za-z]+)\s*\}\}/g;

/**
 * The text in the reader's language, filled in: plain Finnish falls back to Finnish, other languages to English, so that there is
 * always a text. A line whose placeholders are all without a value is left out ("Määräaika: " says nothing).
 */
export function renderTemplate({ texts }: { texts: TemplateTexts }, language: string, values: TemplateValues): TemplateText {
  const { subject, body } = textIn(texts, language);
  return { subject: oneLine(fill(subject, values)), body: fillLines(body, values) };
}

export function textIn(texts: TemplateTexts, language: string): TemplateText {
  const exact = Object.hasOwn(texts, language) ? texts[language as TextLanguage] : undefined;
  if (exact) return exact;
  const [main] = language.split('-');
  if (main === 'fi' || main === 'sv') return texts[main];
  return texts.en;
}

/** Names in `{{ }}` that nothing would fill in. */
export function unknownPlaceholders(text: TemplateText): string[] {
  const names = [...`${text.subject}\n${text.body}`.matchAll(PLACEHOLDER)].map((match) => match[1] as string);
  return [...new Set(names)].filter((name) => !isPlaceholder(name));
}

function fillLines(body: string, values: TemplateValues): string {
  return body
    .split('\n')
    .filter((line) => saysSomething(line, values))
    .map((line) => fill(line, values))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function saysSomething(line: string, values: TemplateValues): boolean {
  const names = [...line.matchAll(PLACEHOLDER)].map((match) => match[1] as Placeholder);
  return names.length === 0 || names.some((name) => values[name]);
}

function fill(text: string, values: TemplateValues): string {
  return text.replace(PLACEHOLDER, (_, name: Placeholder) => (isPlaceholder(name) ? (values[name] ?? '') : ''));
}

/** A value with a line break must not begin a header of its own. An empty value leaves no empty brackets behind. */
function oneLine(subject: string): string {
  return subject
    .replace(/\s+/g, ' ')
    .replace(/\s*\(\s*\)/g, '')
    .trim();
}

const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);
