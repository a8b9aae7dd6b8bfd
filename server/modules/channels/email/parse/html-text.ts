import sanitizeHtml from 'sanitize-html';
import { boundedHtml } from './bounded-html.ts';

/** What the HTML says about a line besides its words. */
export type LineMark = '' | 'history' | 'signature';

export type TextLines = { lines: string[]; marks: LineMark[] };

const silent = ['script', 'style', 'textarea', 'option', 'select', 'noscript', 'title', 'xmp', 'object', 'iframe'];
const blocks = new Set([
  'address',
  'article',
  'blockquote',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'header',
  'li',
  'main',
  'nav',
  'ol',
  'section',
  'table',
  'tbody',
  'thead',
  'tr',
  'ul',
]);
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);
const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

const rule = '----------';

type Open = { tag: string; quote: boolean; mark: LineMark; tight: boolean };
type Page = TextLines & {
  current: string;
  /** Nothing yet on the line, or a space at its end. */
  spaced: boolean;
  /** Quote depth of the last line. */
  depth: number;
  open: Open[];
  quotes: number;
  marked: LineMark[];
  rest: LineMark;
  pre: number;
  lists: { ordered: boolean; next: number }[];
};

/** Plain text of an HTML body. Quoted blocks get "> ", as in a plain mail. */
export function htmlToText(html: string): TextLines {
  const page: Page = {
    lines: [],
    marks: [],
    current: '',
    spaced: true,
    depth: 0,
    open: [],
    quotes: 0,
    marked: [],
    rest: '',
    pre: 0,
    lists: [],
  };
  sanitizeHtml(boundedHtml(html), {
    allowedTags: [],
    nonTextTags: silent,
    onOpenTag: (tag, attributes) => openTag(page, tag, attributes),
    onCloseTag: (tag) => closeTag(page, tag),
    textFilter: (escaped) => addText(page, unescapeHtml(escaped)),
  });
  endLine(page);
  return trimmed(page);
}

function openTag(page: Page, tag: string, attributes: Record<string, string>): void {
  if (tag === 'br') pushLine(page);
  if (tag === 'hr') addRule(page);
  if (voids.has(tag)) return;
  if (blocks.has(tag)) endLine(page);
  const open = describe(tag, attributes);
  if (paragraphs.has(tag)) startParagraph(page, open);
  if (tag === 'pre') page.pre++;
  if (tag === 'ul' || tag === 'ol') page.lists.push({ ordered: tag === 'ol', next: 1 });
  if (tag === 'li') page.current += bullet(page);
  if ((tag === 'td' || tag === 'th') && page.current.trim() !== '') page.current += ' ';
  if (open.quote || open.mark) endLine(page);
  if (open.quote) page.quotes++;
  if (open.mark) page.marked.push(open.mark);
  if (isHistoryStart(attributes)) startHistory(page);
  page.open.push(open);
}

function closeTag(page: Page, tag: string): void {
  if (voids.has(tag)) return;
  const open = page.open.pop();
  if (!open) return;
  if (blocks.has(tag) || open.quote || open.mark) endLine(page);
  if (paragraphs.has(tag)) endParagraph(page, open);
  if (open.quote) page.quotes--;
  if (open.mark) page.marked.pop();
  if (tag === 'pre') page.pre--;
  if (tag === 'ul' || tag === 'ol') page.lists.pop();
}

function describe(tag: string, attributes: Record<string, string>): Open {
  const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`.slice(0, 300).replace(/\bx_/g, '');
  return {
    tag,
    quote: tag === 'blockquote' && isQuote(names, attributes),
    mark: containerMark(names),
    tight: /\bMso(?:Normal|PlainText|ListParagraph)/.test(names),
  };
}

// Gmail and Outlook indent a writer's own paragraph with a blockquote that has no border.
function isQuote(names: string, attributes: Record<string, string>): boolean {
  if (attributes.type === 'cite' || /quote|cite/i.test(names))
    return !/border:\s{0,3}none/i.test(attributes.style ?? '') || attributes.type === 'cite';
  return !/border:\s{0,3}(?:none|0)/i.test(attributes.style ?? '');
}

function containerMark(names: string): LineMark {
  if (/\b(?:yahoo_quoted|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|zmail_extra_hr)\b/.test(names))
    return 'history';
  if (
    /\b(?:gmail_signature|gmail_signature_prefix|ms-outlook-mobile-signature|moz-signature|AppleMailSignature|protonmail_signature_block)\b/.test(
      names,
    )
  )
    return 'signature';
  return '';
}

function isHistoryStart(attributes: Record<string, string>): boolean {
  return /^(?:x_)*(?:divRplyFwdMsg|OLK_SRC_BODY_SECTION)$/.test(attributes.id ?? '');
}

// The rule Outlook draws above the history belongs to it.
function startHistory(page: Page): void {
  endLine(page);
  page.rest = 'history';
  if (page.lines.at(-1) === rule) page.marks[page.marks.length - 1] = 'history';
}

function addText(page: Page, text: string): string {
  if (page.pre > 0) {
    const [first = '', ...more] = text.split(/\r\n|\r|\n/);
    page.current += first;
    for (const line of more) {
      pushLine(page);
      page.current = line;
    }
    return '';
  }
  const words = text.replace(/[ \t\r\n\f]+/g, ' ');
  page.current += page.spaced ? words.replace(/^ /, '') : words;
  if (words !== '') page.spaced = words.endsWith(' ');
  return '';
}

function bullet(page: Page): string {
  const list = page.lists.at(-1);
  return list?.ordered ? `${list.next++}. ` : '* ';
}

function addRule(page: Page): void {
  endLine(page);
  page.current = rule;
  pushLine(page);
}

function startParagraph(page: Page, open: Open): void {
  endLine(page);
  if (!open.tight) blankLine(page);
}

function endParagraph(page: Page, open: Open): void {
  endLine(page);
  if (!open.tight) blankLine(page);
}

function endLine(page: Page): void {
  if (page.current.trim() !== '' || page.current.includes('\u00a0')) pushLine(page);
  clearLine(page);
}

function clearLine(page: Page): void {
  page.current = '';
  page.spaced = true;
}

function blankLine(page: Page): void {
  const last = page.lines.at(-1);
  if (last !== undefined && last !== '' && !/^>+$/.test(last) && page.quotes <= page.depth) pushLine(page);
}

function pushLine(page: Page): void {
  const words = page.pre > 0 ? page.current.trimEnd() : page.current.trim();
  page.lines.push(page.quotes > 0 ? `${'>'.repeat(Math.min(page.quotes, 20))} ${words}`.trimEnd() : words);
  page.marks.push(page.marked.at(-1) || page.rest);
  page.depth = page.quotes;
  clearLine(page);
}

function unescapeHtml(escaped: string): string {
  return escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function trimmed({ lines, marks }: TextLines): TextLines {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start] === '') start++;
  while (end > start && lines[end - 1] === '') end--;
  return { lines: lines.slice(start, end), marks: marks.slice(start, end) };
}
