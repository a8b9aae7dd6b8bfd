import { textOf } from '../shapes.ts';

/** v12 writes long texts in Markdown. Readers get them as plain paragraphs and list lines, as v11 wrote them. */
export function proseOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (!text) return undefined;
  return textOf(
    text
      .replaceAll('\r\n', '\n')
      .replace(/^#{1,6}\s+/gm, '')
      .replace(/^[*+]\s+/gm, '- ')
      .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
      .replace(/(?<![\w*])[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?![\w*])/g, '$1')
      .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, (_, name: string, url: string) => (name === url ? url : `${name} (${url})`))
      .replace(/\\([\\`*_{}[\]()#+\-.!])/g, '$1'),
  );
}
