import { bare } from './line.ts';

export type Attribution = {
  start: number;
  /** Index after the last line. */
  end: number;
  /** So plain that it stands without a quote after it. */
  certain: boolean;
};

const verbs =
  /(?:^|[\s,>)])(?:wrote|writes|said|skrev|skriver|kirjoitti|kirjoittaa|kirjutas|schrieb|schreef|geschreven|sent|a écrit|escribió|escreveu|ha scritto|napisał(?:\(a\)|a)?|rašė|rakstīja|написал(?:а|\(а\))?|пишет|a scris|írta|napsal(?:\(a\)|a)?|yazdı|写道|寫道|提到|작성)(?=$|[\s:,(-])/iu;
const citing = /^(?:quoting|citerar|citat(?: från)?|lainaus|zitat von|zitiere|citando|according to|in message|in article|thus spake)\s/i;
const email = /[^\s<>()[\]@]{1,64}@[^\s<>()[\]@]{1,100}/;
const weekday = '(?:mon|tue|wed|thu|fri|sat|sun|ma|ti|ke|to|pe|la|su|mån|tis|ons|tor|tors|fre|lör|sön|mo|di|mi|do|fr|sa|so)[a-zåäö]{0,8}';
const opener = new RegExp(
  `^(?:(?:on|den|am|le|el|em|op|il|dnia|w dniu|kl|klo|på|el día|at)\\s.{0,30}\\d|${weekday}[.,]{0,2}\\s.{0,12}\\d|\\d{1,4}[./ -]|\\d{1,2}\\.?\\s[a-zåäö]{3,12}|\\*\\s|in (?:message|article)\\s)`,
  'iu',
);
const dateLike = /\b(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:19|20)\d{2})\b/;
const monthLike =
  /\b(?:jan|feb|mar|apr|may|maj|jun|jul|aug|sep|oct|okt|nov|dec|dez|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|janv|févr|mars|avr|juin|juil|août|déc)[\p{L}.]{0,10}[ .,]{1,2}\d|\d[ .]{1,2}(?:jan|feb|mar|apr|may|maj|jun|jul|aug|sep|oct|okt|nov|dec|dez|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)/iu;
const timeLike = /\b\d{1,2}[.:]\d{2}\b/;
const oldGmail = /^\d{4}[/-]\d{1,2}[/-]\d{1,2}\s.{1,120}<[^<>\s]{3,160}>:?$/;
const groupWise = /^>>>\s.{3,300}(?:>>>|wrote:)$/;
const named = /^[^.!?:<>]{2,80}[ <(]{1,3}[^\s<>()@]{1,64}@[^\s<>()@]{1,100}[>)]? \p{L}{4,10}:$/u;
const dashed = /^[-_=]{3,20} ?(.{8,300}?) ?[-_=]{3,20}$/;
const maxLines = 5;
const maxLength = 400;

/**
 * The line or lines that lead a quote in ("On Tuesday Maija wrote:"), ending at line `last`; null when it is none.
 * @param followedByQuote whether the next line with text is quoted
 */
export function attributionEndingAt(lines: string[], last: number, followedByQuote: boolean): Attribution | null {
  const ending = bare(lines[last]);
  if (groupWise.test(ending)) return { start: last, end: last + 1, certain: true };
  if (!canEnd(ending, followedByQuote)) return null;
  let joined = '';
  for (let start = last; start >= 0 && last - start < maxLines; start--) {
    const line = bare(lines[start]);
    if (line === '' || (start < last && line.startsWith('>'))) return null;
    joined = `${line} ${joined}`.slice(0, 600).trim();
    if (!isAttribution(joined, followedByQuote)) continue;
    const from = withOpening(lines, start, last);
    return { start: from, end: last + 1, certain: isCertain(joinLines(lines, from, last)) };
  }
  return null;
}

function canEnd(line: string, followedByQuote: boolean): boolean {
  if (/[:：]$/.test(line)) return true;
  if (dashed.test(line)) return verbs.test(line) && isDated(line);
  if (/:\s?\(.{8,60}\)$/.test(line)) return verbs.test(line);
  return followedByQuote && (oldGmail.test(line) || /(?:wrote|skrev|kirjoitti)[.,;]{0,3}$/i.test(line));
}

function isAttribution(joined: string, followedByQuote: boolean): boolean {
  if (joined.length > maxLength) return false;
  const addressed = email.test(joined);
  const dated = isDated(joined);
  if (verbs.test(joined)) return addressed || dated || (followedByQuote && joined.endsWith(':') && isShortClause(joined));
  if (!followedByQuote) return false;
  return (addressed && dated) || citing.test(joined) || oldGmail.test(joined);
}

// "Maija Virtanen kirjoitti:" is a name and a verb; a sentence that ends in a colon is the writer's own.
function isShortClause(joined: string): boolean {
  return joined.length <= 80 && joined.split(' ').length <= 7 && !/[.!?]\s/.test(joined);
}

function isDated(joined: string): boolean {
  return dateLike.test(joined) || monthLike.test(joined);
}

function isCertain(joined: string): boolean {
  return verbs.test(joined) && (named.test(joined) || (isDated(joined) && (email.test(joined) || timeLike.test(joined))));
}

// A wrapped attribution: what was found may be only its end, so the date or the name above it is taken along.
function withOpening(lines: string[], found: number, last: number): number {
  const inside = startsInside(bare(lines[found]));
  if (!inside && (opener.test(bare(lines[found])) || isDated(joinLines(lines, found, last)))) return found;
  for (let start = found - 1; start >= 0 && last - start < maxLines; start--) {
    const line = bare(lines[start]);
    if (line === '' || line.startsWith('>') || /[!?]$/.test(line)) break;
    if (opener.test(line) && isDated(line)) return start;
  }
  const previous = found > 0 ? bare(lines[found - 1]) : '';
  return inside && /^[^.!?:]{2,60}$/.test(previous) ? found - 1 : found;
}

function startsInside(line: string): boolean {
  return /^[<(]/.test(line) || /^[^<>\s]{1,100}>/.test(line);
}

function joinLines(lines: string[], start: number, last: number): string {
  return lines
    .slice(start, last + 1)
    .map(bare)
    .join(' ');
}
