import { bare, isBlank } from './line.ts';

export type HistoryStart = {
  start: number;
  /** Index after the separator and header lines. */
  end: number;
  forwarded: boolean;
};

type Field = 'from' | 'sent' | 'to' | 'subject' | 'other';

const labels = new Map<string, Field>(
  Object.entries({
    from: '发件人 寄件者 差出人 from lähettäjä från avsändare von de da van fra od saatja от отправитель expéditeur nuo',
    sent: '发送时间 日期 寄件日期 送信日時 sent date lähetetty päivämäärä päiväys pvm aika skickat skickades datum tid sendt dato gesendet saadetud kuupäev отправлено дата envoyé enviado fecha data verzonden inviato wysłano päivä',
    to: '收件人 收件者 宛先 to vastaanottaja vastaanottajat saaja saajat kenelle till mottagare an til saaja(d) adressaat кому à para aan do a',
    subject:
      '主题 主題 主旨 件名 subject aihe otsikko ämne rubrik ärende betreff emne teema тема objet asunto assunto onderwerp oggetto temat',
    other:
      '抄送 cc bcc kopio piilokopio jäljennös kopia kopie копия koopia vastausosoite reply-to importance tärkeys prioritet priority organization attachments liitteet bilagor bifogat',
  } satisfies Record<Field, string>).flatMap(([field, words]) => words.split(' ').map((word) => [word, field as Field] as const)),
);

const originalMessage =
  /^[-_=*\s]{2,60}(?:original (?:message|appointment)|reply message|alkuperäinen (?:viesti|sanoma|tapaaminen)|ursprungligt (?:meddelande|e-postmeddelande)|ursprungl?iga meddelandet|originalmeddelande|ursprüngliche (?:nachricht|mail)|originalnachricht|oprindelig meddelelse|opprinnelig melding|algne kiri|algsõnum|algne sõnum|исходное сообщение|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht)[-_=*\s:]{0,60}$/i;
const forwardedMessage =
  /^(?:[-_=*\s]{2,60}(?:forwarded (?:message|by)|välitetty viesti|edelleen ?lähetetty viesti|edelleen välitetty viesti|vidarebefordrat (?:meddelande|mail|brev|mejl)|weitergeleitete nachricht|videresendt (?:meddelelse|melding)|edastatud kiri|edastatud sõnum|пересылаемое сообщение|message transféré|mensaje reenviado)(?: from .{1,120})?[-_=*\s:]{0,60}|begin forwarded message:?|start of forwarded message:?|välitetty viesti(?: alkaa)?:|edelleen ?lähetetty viesti:|aloita välitetty viesti:|vidarebefordrat (?:brev|meddelande|mejl):|början på vidarebefordrat (?:brev|meddelande|mejl):|anfang der weitergeleiteten (?:nachricht|e-mail):)$/i;
const replyAbove =
  /^[-#*=_\s]{0,20}(?:please )?(?:reply above this line|(?:please )?(?:type|write) your reply above this line|vastaa tämän (?:rivin|viivan) yläpuolelle|kirjoita vastauksesi tämän (?:rivin|viivan) yläpuolelle|svara ovanför (?:den här|denna) (?:raden|linjen)|skriv ditt svar ovanför (?:den här|denna) (?:raden|linjen))[-#*=_\s.]{0,20}$/i;
const rule = /^[-_=*\u2500-\u2501]{5,120}$/;
const label = /^[*_]{0,2}([\p{L}][\p{L}()-]{0,20}(?: [\p{L}]{1,12})?) ?[*_]{0,2} ?[:：](.*)$/u;
// All header lines run together into one, as some webmails do.
const oneLine =
  /^(?:date|from|sent|lähettäjä|lähetetty|från|skickat): .{3,200} (?:to|till|vastaanottaja): .{1,200} (?:subject|aihe|ämne): /i;
const maxGap = 3;
const maxBlock = 30;

/** Where earlier mail begins at this line: a separator, the header lines Outlook and phones put over it, or both. */
export function historyStartingAt(lines: string[], at: number): HistoryStart | null {
  const line = bare(lines[at]);
  if (replyAbove.test(line)) return { start: at, end: at + 1, forwarded: false };
  const forwarded = forwardedMessage.test(line);
  if (forwarded || originalMessage.test(line)) {
    const block = headerBlock(lines, nextText(lines, at + 1), 2);
    return { start: at, end: block ?? at + 1, forwarded };
  }
  if (rule.test(line)) {
    const next = nextText(lines, at + 1);
    const block = next - at <= maxGap ? headerBlock(lines, next, 2) : null;
    return block === null ? null : { start: at, end: block, forwarded: false };
  }
  if (oneLine.test(line)) return { start: at, end: at + 1, forwarded: false };
  const block = headerBlock(lines, at, 3);
  return block === null ? null : { start: at, end: block, forwarded: false };
}

/** Index after the block of header lines at `from`; null when there are too few for one. */
function headerBlock(lines: string[], from: number, least: number): number | null {
  const seen = new Set<Field>();
  const first = fieldOf(lines[from]);
  if (!first || first === 'other') return null;
  let end = from;
  let gap = 0;
  for (let at = from; at < lines.length && at - from < maxBlock; at++) {
    const field = fieldOf(lines[at]);
    if (field) {
      seen.add(field);
      end = at + 1;
      gap = 0;
    } else if (isBlank(lines[at])) {
      if (seen.has('subject') || seen.size > least + 1) break;
      gap += 1;
    } else if (seen.has('subject') && !fieldOf(lines[at + 1])) {
      break;
    } else {
      gap += 1;
    }
    if (gap > maxGap) break;
  }
  const needed = least === 2 ? seen.size >= 2 : seen.size >= 3 && (seen.has('sent') || seen.has('to'));
  return seen.has('from') && needed ? end : null;
}

function fieldOf(line: string | undefined): Field | null {
  const name = label.exec(bare(line))?.[1];
  return name ? (labels.get(name.toLowerCase()) ?? null) : null;
}

function nextText(lines: string[], from: number): number {
  let at = from;
  while (at < lines.length && at - from <= maxGap && isBlank(lines[at])) at++;
  return at;
}
