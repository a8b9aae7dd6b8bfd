/** Translation files: `<root>/<variant>/<namespace>.json`, nested objects whose leaves are texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, PLAIN_FINNISH, type TextVariant } from './locale.ts';

export type TextTree = { [key: string]: string | TextTree };
export type Texts = Record<TextVariant, Record<string, TextTree>>;

/** Reads all languages at once: texts are part of the program, so a broken file stops the start. */
export function readTexts(root: string): Texts {
  const texts: Texts = { fi: {}, sv: {}, en: {}, [PLAIN_FINNISH]: {} };
  for (const variant of [...LOCALES, PLAIN_FINNISH] as TextVariant[]) {
    const folder = join(root, variant);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      texts[variant][file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8')) as TextTree;
    }
  }
  return texts;
}

/** Leaves as `key.inner` → text. */
export function flatten(tree: TextTree, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}
