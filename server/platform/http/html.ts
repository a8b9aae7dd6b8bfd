import { contextsOf, isUnsafeAttribute, isUrlAttribute } from './html-contexts.ts';

const MARKUP = Symbol('markup');
const ATTRIBUTES = Symbol('attributes');

/** Markup that is safe to send: made by `html` and nothing else. */
export type Html = { readonly [MARKUP]: string };
/** Attributes that depend on something: made by `attributes`. */
export type Attributes = { readonly [ATTRIBUTES]: string };
export type HtmlValue = Html | Attributes | string | number | false | null | undefined | readonly HtmlValue[];

/**
 * A page or a part of one. Whatever goes into `${}` is text and is escaped, unless `html` made it; in a quoted attribute it is always text.
 * Addresses (`href`, `src`, `action` ...) hold only paths, https, http, mailto and tel: anything else becomes empty. Where a value could
 * not be made safe (unquoted, a tag's or an attribute's name, `on...`, `style`, inside a script) the template is refused with an Error.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const contexts = contextsOf(strings);
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) {
    const context = contexts[index];
    if (context === 'text') markup += inText(value);
    else if (context === 'tag') markup += inTag(value);
    else markup += inAttribute(value, context?.attribute ?? '');
    markup += strings[index + 1];
  }
  return { [MARKUP]: markup };
}

/** For between a tag's name and its end: `true` is an attribute without a value, `false`, null and undefined leave it out. */
export function attributes(given: Record<string, string | number | boolean | null | undefined>): Attributes {
  const written = Object.entries(given).map(([name, value]) => {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || isUnsafeAttribute(name)) throw new Error(`"${name}" is not an attribute that may be set`);
    if (value === false || value === null || value === undefined) return '';
    return value === true ? ` ${name}` : ` ${name}="${inAttribute(value, name)}"`;
  });
  return { [ATTRIBUTES]: written.join('') };
}

/** Markup made by a library that is known to write only what it was asked for, e.g. a QR code's drawing. Never for anything a person wrote. */
export function trusted(markup: string): Html {
  return { [MARKUP]: markup };
}

/**
 * Facts for machines in JSON-LD. A data block runs nothing and no content security policy concerns it (HTML, "prepare the script element");
 * what would end it early is written as an escape of JSON.
 */
export function dataBlock(facts: object): Html {
  const json = JSON.stringify(facts).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return { [MARKUP]: `<script type="application/ld+json">${json}</script>` };
}

export function toMarkup(page: Html): string {
  return page[MARKUP];
}

function inText(value: HtmlValue): string {
  if (value === false || value === null || value === undefined) return '';
  if (typeof value !== 'object') return escaped(String(value));
  if (isMany(value)) return value.map(inText).join('');
  if (!(MARKUP in value)) throw new Error('attributes belong into a tag');
  return value[MARKUP];
}

function inTag(value: HtmlValue): string {
  if (value === false || value === null || value === undefined) return '';
  if (typeof value !== 'object' || isMany(value) || !(ATTRIBUTES in value)) throw new Error('only attributes(...) may stand in a tag');
  return value[ATTRIBUTES];
}

function inAttribute(value: HtmlValue, name: string): string {
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'object') throw new Error(`the attribute ${name} takes text`);
  const text = String(value);
  return escaped(isUrlAttribute(name) && !isSafeAddress(text) ? '' : text);
}

const isMany = (value: object): value is readonly HtmlValue[] => Array.isArray(value);

/** Browsers drop tabs, line ends and leading control characters from an address, so they must not hide its scheme. */
function isSafeAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant.
  const seen = address.replace(/[\u0000-\u0020\u007f-\u009f]/g, '').toLowerCase();
  const scheme = /^[^/?#]*?:/.exec(seen)?.[0];
  return scheme === undefined ? !/^[\\/]{2}/.test(seen) : ['https:', 'http:', 'mailto:', 'tel:'].includes(scheme);
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that no HTML text may hold (WHATWG: noncharacters are errors, NUL is dropped or replaced) go out as U+FFFD. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replace(/[&<>"']/g, (sign) => NAMED[sign] as string);
}
