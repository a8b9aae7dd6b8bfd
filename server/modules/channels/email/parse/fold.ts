import { attributionEndingAt } from './attribution.ts';
import type { LineMark } from './html-text.ts';
import { bare, isBlank } from './line.ts';
import { type HistoryStart, historyStartingAt } from './reply-headers.ts';
import { signatureLines } from './signature.ts';

export type Folded = { newText: string; quotedText: string };

export type FoldHints = {
  subject?: string;
  /** The mail has In-Reply-To or References. */
  isReply?: boolean;
  /** What the HTML said of each line, when the text comes from HTML. */
  marks?: LineMark[];
};

type Role = 'own' | 'history' | 'signature';

// A covering note no longer than this leaves a forwarded message in sight.
const shortNote = 80;
const maxForwards = 3;
const forwardSubject = /^\s{0,5}(?:fw|fwd|vl|vb|wg|tr|edasi|välitetty|vidarebefordrat)\s{0,2}:/i;
const greeting =
  /^(?:(?:ystävällisin |parhain |lämpimin )?terveisin|terv|terveiset|yt|t:?|(?:med )?(?:vänliga?|bästa) hälsning(?:ar)?|hälsningar|mvh|hälsn|(?:best|kind|warm)(?: regards| wishes)?|regards|br|thanks|kiitos|tack|cheers)[,.! ]{0,3}.{0,30}$/i;
const replySubject = /^\s{0,5}(?:re|vs|sv|aw|antw|ad|odp)(?:\[\d{1,3}\])?\s{0,2}:/i;

/**
 * Parts what the writer wrote now from the history under or between it. Knows the marks of Outlook, Gmail, Apple Mail,
 * Thunderbird, K-9 and Samsung in Finnish, Swedish and English, and the shape of those of other languages.
 * Lines of both results are lines of `text`, in order. Time is linear in the length of the text.
 */
export function foldHistory(text: string, hints: FoldHints = {}): Folded {
  const lines = text.split('\n');
  const roles = rolesOf(lines, hints, 0);
  foldSignatures(lines, roles, hints.marks);
  return { newText: ownText(lines, roles), quotedText: textWith(lines, roles, 'history') };
}

type Page = { lines: string[]; roles: Role[]; quoted: boolean[]; nextText: number[] };

function rolesOf(lines: string[], hints: FoldHints, forwards: number): Role[] {
  const quoted = quotedLines(lines);
  const roles: Role[] = quoted.map((isQuoted, at) => (isQuoted || hints.marks?.[at] === 'history' ? 'history' : 'own'));
  const page = { lines, roles, quoted, nextText: indexOfNextText(lines) };
  let isFirst = true;
  for (let at = 0; at < lines.length; at++) {
    if (quoted[at] || isBlank(lines[at])) continue;
    const history = historyStartingAt(lines, at);
    if (history) {
      if (isFirst && isShownForward(noteBefore(page, history.start), history, hints)) {
        showForward(page, history, forwards);
        return roles;
      }
      isFirst = false;
      at = foldFrom(page, history) - 1;
    } else if (foldAttribution(page, at)) {
      return roles;
    }
  }
  return roles;
}

/** Folds the history that begins here, and returns where the writer's own text may go on. */
function foldFrom({ lines, roles, quoted, nextText }: Page, history: HistoryStart): number {
  const after = nextText[history.end] ?? lines.length;
  const end = quoted[after] === true ? after : lines.length;
  roles.fill('history', history.start, end);
  return end;
}

function isShownForward(note: string, history: HistoryStart, { subject = '', isReply = false }: FoldHints): boolean {
  if (history.forwarded || forwardSubject.test(subject)) return note.length <= shortNote;
  return note === '' && !isReply && !replySubject.test(subject);
}

// What the writer said above the history, without greetings at its end and without a signature.
function noteBefore({ lines, roles }: Page, end: number): string {
  const signature = new Set(signatureLines(lines, 0, end));
  const own = lines.slice(0, end).filter((_, at) => roles[at] === 'own' && !signature.has(at));
  const closing = own.findIndex((line) => greeting.test(bare(line)));
  return own
    .slice(0, closing < 0 ? own.length : closing)
    .map(bare)
    .join(' ')
    .trim();
}

// The forwarded message is what the mail is about; only the history inside it is folded.
function showForward({ lines, roles }: Page, history: HistoryStart, forwards: number): void {
  const content = lines.slice(history.end);
  const first = content.findIndex((line) => !isBlank(line));
  const shown = content[first]?.startsWith('>') ? content.map((line) => line.replace(/^> ?/, '')) : content;
  const headers = first < 0 ? null : historyStartingAt(shown, first);
  const body = headers?.end ?? 0;
  const inner: Role[] =
    forwards < maxForwards ? rolesOf(shown.slice(body), { isReply: true }, forwards + 1) : shown.slice(body).map(() => 'own');
  roles.fill('own', history.start, history.end + body);
  for (const [at, role] of inner.entries()) roles[history.end + body + at] = role;
}

/** True when the rest of the mail is history. */
function foldAttribution({ lines, roles, quoted, nextText }: Page, at: number): boolean {
  const after = nextText[at + 1] ?? lines.length;
  const followedByQuote = after < lines.length && quoted[after] === true;
  const attribution = attributionEndingAt(lines, at, followedByQuote);
  if (!attribution) return false;
  if (followedByQuote) {
    roles.fill('history', attribution.start, after);
    return false;
  }
  if (!attribution.certain) return false;
  roles.fill('history', attribution.start, lines.length);
  return true;
}

// ">From" is how mailboxes escape a line that begins with "From"; alone it is no quote.
function quotedLines(lines: string[]): boolean[] {
  const marked = lines.map((line) => /^ {0,3}>/.test(line) && !/^>>> .+(?:>>>|wrote:)\s*$/.test(line.slice(0, 300)));
  const initials = lines.map((line) => /^[A-Z][A-Za-z]{0,3}> /.test(line));
  return lines.map((line, at) => {
    if (initials[at]) return initials[at - 1] === true || initials[at + 1] === true;
    const isAlone = !marked[at - 1] && !marked[at + 1];
    if (marked[at]) return !(isAlone && (line.startsWith('>From ') || closesLink(line, lines[at - 1])));
    return marked[at - 1] === true && marked[at + 1] === true && isWrapped(line, lines[at - 1] ?? '');
  });
}

// ">" that ends an address begun on the line before.
function closesLink(line: string, before: string | undefined): boolean {
  return line.startsWith('>') && /<(?:https?:|mailto:|www\.)[^<>]{0,400}$/.test(before?.slice(-410) ?? '');
}

// The tail of a quoted line that a program broke: its first word had no room left above it.
function isWrapped(line: string, before: string): boolean {
  const first = /^\p{Ll}\S*/u.exec(line.slice(0, 100))?.[0];
  return first !== undefined && before.trimEnd().length + 1 + first.length > 76 && !/[.!?:]\s*$/.test(before) && line.length <= 76;
}

function indexOfNextText(lines: string[]): number[] {
  const next: number[] = new Array(lines.length + 1).fill(lines.length);
  for (let at = lines.length - 1; at >= 0; at--) next[at] = isBlank(lines[at]) ? (next[at + 1] as number) : at;
  return next;
}

// A signature the HTML names is folded only if something else is left: phones put the cursor inside it.
function foldSignatures(lines: string[], roles: Role[], marks: LineMark[] | undefined): void {
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && roles[end] === roles[start]) end++;
    if (roles[start] === 'own') for (const at of signatureLines(lines, start, end)) roles[at] = 'signature';
    start = end;
  }
  if (!marks) return;
  const rest = roles.map((role, at): Role => (role === 'own' && marks[at] === 'signature' ? 'signature' : role));
  if (ownText(lines, rest) !== '') for (const [at, role] of rest.entries()) roles[at] = role;
}

function ownText(lines: string[], roles: Role[]): string {
  const kept: string[] = [];
  let folded = false;
  for (const [at, line] of lines.entries()) {
    if (roles[at] !== 'own') folded = true;
    else if (!(isBlank(line) && (kept.length === 0 || (folded && isBlank(kept.at(-1)))))) {
      kept.push(line);
      folded = false;
    }
  }
  while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  return kept.some((line) => bare(line) !== '') ? kept.join('\n') : '';
}

function textWith(lines: string[], roles: Role[], wanted: Role): string {
  return lines
    .filter((_, at) => roles[at] === wanted)
    .join('\n')
    .trim();
}
