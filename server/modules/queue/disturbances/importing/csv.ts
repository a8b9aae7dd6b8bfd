/** A record of the file: the line it begins on, and its fields; `null` where its quotes are wrong. */
export type CsvRecord = { line: number; fields: string[] | null };

/** Wrong quotes may swallow the rest of a file: so many times it is read on from the next line. */
const MOST_RECOVERIES = 50;

/**
 * Reads RFC 4180 as offices write it: `;`, `,` or tab between fields (told by the first line, or by Excel's own `sep=`), quoted fields
 * with line ends and doubled quotes, CRLF, LF or CR. A record whose quotes are wrong is told as such, and reading goes on from its next line.
 */
export function readCsv(text: string): CsvRecord[] {
  const told = /^sep=([;,\t])\r?\n/.exec(text);
  const start = told?.[0].length ?? 0;
  const separator = told?.[1] ?? separatorOf(text);
  const records: CsvRecord[] = [];
  let at = { offset: start, line: told ? 2 : 1 };
  let recoveries = 0;
  while (at.offset < text.length) {
    const read = readRecord(text, at, separator);
    if (!read && ++recoveries > MOST_RECOVERIES) return [...records, { line: at.line, fields: null }];
    const isBlank = read?.fields.length === 1 && read.fields[0]?.trim() === '';
    if (!isBlank) records.push({ line: at.line, fields: read?.fields ?? null });
    at = read?.next ?? nextLine(text, at);
  }
  return records;
}

/** UTF-8 where the bytes are that, else as Windows writes western text; UTF-16 by its mark. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

type Place = { offset: number; line: number };

function separatorOf(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** @returns undefined where a quote is never closed, or something follows a closed one */
function readRecord(text: string, { offset, line }: Place, separator: string): { fields: string[]; next: Place } | undefined {
  const fields: string[] = [];
  let place = offset;
  for (;;) {
    const field = text[place] === '"' ? readQuoted(text, place) : readPlain(text, place, separator);
    if (!field) return undefined;
    fields.push(field.value);
    place = field.end;
    if (text[place] !== separator) break;
    place += 1;
  }
  if (place < text.length && text[place] !== '\r' && text[place] !== '\n') return undefined;
  const end = text.startsWith('\r\n', place) ? place + 2 : place + 1;
  return { fields, next: { offset: end, line: line + lineEndsIn(text.slice(offset, end)) } };
}

function readPlain(text: string, from: number, separator: string): { value: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return { value: text.slice(from, end), end };
}

function readQuoted(text: string, from: number): { value: string; end: number } | undefined {
  for (let place = from + 1; ; ) {
    const quote = text.indexOf('"', place);
    if (quote < 0) return undefined;
    if (text[quote + 1] !== '"') return { value: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    place = quote + 2;
  }
}

function nextLine(text: string, { offset, line }: Place): Place {
  const end = /\r\n|\r|\n/.exec(text.slice(offset));
  return { offset: end ? offset + end.index + end[0].length : text.length, line: line + 1 };
}

const lineEndsIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
