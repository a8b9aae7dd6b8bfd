import { formatDateTime } from '../../../platform/clock/format.ts';
import type { TextVariant } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';

/** All that may stand on a paper which others can read or find: never the queue, the authority, a name or a need. */
export type Ticket = {
  point: string;
  code: string;
  /** The address of the visitor's own page; null where there is none to give. */
  page: string | null;
  /** When the number was taken, as it is to be read. */
  time: string;
};

/** The paper: `cpl` characters on a line, `cell` dots for one square of a QR code. */
export type Roll = { cpl: number; cell: number };

/** The number is at most this many times the usual letter (ESC/POS `GS !` and ReceiptLine end at six). */
const LARGEST = 6;

/** A ticket as ReceiptLine markdown (OFSC), each line in the middle of the paper. */
export function ticketMarkdown({ point, code, page, time }: Ticket, variant: TextVariant, { cpl, cell }: Roll): string {
  const t = translator(variant, 'ticket');
  const lines = (text: string) => wordsInLines(printable(text), cpl).map(escaped);
  const times = Math.min(LARGEST, Math.floor(cpl / code.length));
  const follow = page
    ? [...lines(t('follow')).map((line) => `"${line}"`), '', `{code:${inProperty(page)};option:qrcode,${cell},m}`, '', ...lines(t('how'))]
    : lines(t('unfollowed'));
  return [
    ...lines(point),
    '',
    ...lines(t('yours')),
    `${'^'.repeat(times + 1)}${escaped(code)}${'^'.repeat(times + 1)}`,
    escaped(time),
    '',
    ...lines(t('wait')),
    '',
    ...follow,
    '',
    ...lines(t('meaning')),
    '',
  ].join('\n');
}

export function timeOnTicket(at: Temporal.Instant, variant: TextVariant, zone: string): string {
  const locale = variant === 'fi-x-plain' ? 'fi' : variant;
  return printable(formatDateTime(at, locale, at, zone));
}

const SIGNS: Record<string, string> = { '\u00a0': ' ', '–': '-', '—': '-', '’': "'", '‘': "'", '”': '"', '“': '"', '„': '"', '…': '...' };

/** Code pages of printers have the letters of Finnish, Swedish and English, and few signs of fine printing; others lose their accents. */
function printable(text: string): string {
  const plain = text.replace(/[\u00a0–—’‘”“„…]/g, (sign) => SIGNS[sign] ?? '').replace(/[\s\p{Cc}]+/gu, ' ');
  const letter = (one: string) => (one <= '\u00ff' ? one : one.normalize('NFD').replace(/\p{M}/gu, ''));
  return [...plain.normalize('NFC')].map(letter).join('');
}

/** Printers break a line anywhere; words are to stay whole, except one that is longer than the paper is wide. */
function wordsInLines(text: string, cpl: number): string[] {
  const words = text.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${cpl}}`, 'gu')) ?? []);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= cpl) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** No sign of what is printed may act as a mark of the language: a `{command:…}` in a point's name would reach the printer. */
const escaped = (text: string): string =>
  text.replace(/[\\{|}_"`^~=-]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
const inProperty = (text: string): string => text.replace(/[\\{|};]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
