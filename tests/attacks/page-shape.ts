import { Parser } from 'htmlparser2';

export type Element = { name: string; attributes: Record<string, string> };

/** The elements of a page with their attributes, as a parser of its own sees them. */
export function elementsOf(page: string): Element[] {
  const elements: Element[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => elements.push({ name, attributes }) });
  parser.end(page);
  return elements;
}

export const shapeOf = (page: string): string[] =>
  elementsOf(page).map(({ name, attributes }) => `${name} ${Object.keys(attributes).sort()}`);

/** What could run, load or lead elsewhere. Facts for machines (JSON-LD) are data and run nothing. */
export function faultOf({ name, attributes }: Element): string | undefined {
  for (const [attribute, value] of Object.entries(attributes)) {
    if (/^on/i.test(attribute)) return `${name} ${attribute}`;
    if (
      /^(href|src|action|formaction|srcdoc|xlink:href)$/i.test(attribute) &&
      !/^(\/(?!\/)|#|\?|tel:|mailto:|data:image\/|data:,|cid:|https?:\/\/)/.test(value.trim())
    )
      return `${name} ${attribute}=${value}`;
  }
  if (['iframe', 'object', 'embed', 'base', 'math'].includes(name)) return name;
  if (name !== 'script' || attributes.type === 'application/ld+json') return undefined;
  return attributes.src?.startsWith('/') ? undefined : 'inline script';
}
