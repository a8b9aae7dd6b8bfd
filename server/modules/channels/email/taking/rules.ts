import { createHash } from 'node:crypto';
import { readMatterNumber } from '../../../matters/service.ts';
import type { ReadMail } from '../parse/types.ts';

/** Characters of a message's text; past them the words are in the raw mail, which is kept. The search index takes no more than this safely. */
export const LONGEST_TEXT = 100_000;
const LONGEST_TITLE = 120;

/** Reply and forward marks of the usual programmes in Finnish, Swedish, English, German and Estonian. */
const REPLY_MARK = /^\s*(?:(?:re|vs|sv|aw|vb|vl|fw|fwd|wg|edl|vast)\s*(?:\[\d+\])?\s*[:：]\s*)+/i;
const NUMBERS = /(?<!\d)\d(?:[\s\u00a0-]?\d){4,11}(?!\d)/g;

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * What two deliveries of one mail have in common, whatever the servers on the way added. A Message-ID alone would not do: some programmes
 * use one again and again, and a resident's mail must never count as a copy of another.
 */
export function copyHash({ messageId, from, date, subject, text, attachments }: ReadMail): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const files = attachments.map((file) => file.sha256);
  return sha256(JSON.stringify([messageId, from.address.toLowerCase(), date?.toString() ?? null, subject, sha256(words), files]));
}

/** Matter numbers named in a subject, whose check digit is right. */
export function numbersIn(subject: string): string[] {
  const found = [...subject.matchAll(NUMBERS)].map(([words]) => readMatterNumber(words));
  return [...new Set(found.filter((number) => number !== null))];
}

/** What a matter opened by the mail is called; empty when neither subject nor text says anything. */
export function titleOf({ subject, newText }: Pick<ReadMail, 'subject' | 'newText'>): string {
  const bare = subject.replace(REPLY_MARK, '').trim();
  const words = bare || (newText.trim().split(/\n|(?<=[.?!])\s/)[0] ?? '').trim();
  return words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : words;
}

/** Where the sender wants answers (RFC 5322 section 3.6.2); `direct` when that is where the mail came from. */
export function answerTo({ from, replyTo }: Pick<ReadMail, 'from' | 'replyTo'>): { address: string; direct: boolean } {
  const direct = !replyTo || replyTo.address.toLowerCase() === from.address.toLowerCase();
  return { address: (direct ? from : replyTo).address, direct };
}

/** "Metsä, Oona" and "Oona Metsä"; nothing when the name is none or another address. */
export function nameOf(display: string): { givenName: string; familyName: string } {
  const words = display.replace(/["<>]/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 200);
  if (words === '' || words.includes('@') || !/\p{L}/u.test(words)) return { givenName: '', familyName: '' };
  const [family, given] = words.split(/,\s*/, 2);
  if (given) return { givenName: given, familyName: family ?? '' };
  const cut = words.lastIndexOf(' ');
  return cut < 0 ? { givenName: words, familyName: '' } : { givenName: words.slice(0, cut), familyName: words.slice(cut + 1) };
}

/** Whether anybody reads what is answered there. */
export function readsAnswers(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  return !/^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|ei-?vastata|svara-?inte|bounces?|abuse)(?:[+._-]|$)|(?:^|[+._-])no-?reply$/.test(
    local,
  );
}

const COMMON: Record<'fi' | 'sv' | 'en', RegExp> = {
  fi: /(?<!\p{L})(?:ja|on|ei|en|että|voin|voiko|olen|minun|miten|kiitos|hei|terveisin|tämä|mutta|kun|jos|saanko|haluan|moi|missä|ole|voisitteko)(?!\p{L})/giu,
  sv: /(?<!\p{L})(?:och|är|jag|att|inte|det|hej|tack|kan|hur|mitt|min|för|hälsningar|med|vill|får|som|ett|har|till)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:the|and|is|are|you|my|how|please|hello|thanks|thank|would|can|have|for|with|regards|what|where|want|i)(?!\p{L})/giu,
};

/** The language a text is most likely written in; `usual` when it is too short to tell. */
export function languageOf(text: string, usual: string): string {
  const sample = text.slice(0, 5_000);
  const counts = Object.entries(COMMON).map(([language, words]) => ({ language, count: sample.match(words)?.length ?? 0 }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  return first && second && first.count >= 2 && first.count > second.count * 1.5 ? first.language : usual;
}
