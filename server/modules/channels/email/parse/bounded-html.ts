import { limits } from './limits.ts';

/** HTML cut where its length or its number of tags would cost too much: parsers take quadratic time in unclosed tags. */
export function boundedHtml(html: string): string {
  const short = html.slice(0, limits.html);
  let tags = 0;
  for (const { index } of short.matchAll(/<[a-z]/gi)) if (++tags > limits.htmlTags) return short.slice(0, index);
  return short;
}
