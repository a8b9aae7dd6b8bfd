import { bare, isBlank } from './line.ts';

const phone =
  /^(?:lähetetty (?:minun )?(?:iphonesta|ipadista|iphonestani|ipadistani|puhelimestani|puhelimesta|mobiililaitteesta|samsung.{0,40}|huawei.{0,40}|outlook(?:ista| for).{0,30}|yahoo mail.{0,40}|windowsin sähköposti.{0,20}|androidi?.{0,30}|galaxy.{0,30}|.{0,30}(?:älypuhelimesta|laitteesta|laitteestani|puhelimesta|tabletista|sovelluksesta))|skickat från (?:min |mitt )?(?:iphone|ipad|mobil|telefon|samsung|huawei|android|galaxy|outlook|e-post|yahoo|windows).{0,40}|skickat (?:med|via) .{1,40}|sent from (?:my |a |an |outlook|mail|yahoo|proton|samsung|the |gmail|mobile|android|windows).{0,60}|sent via .{1,60}|sent with (?:proton|spark|airmail|aqua mail).{0,40}|(?:hanki|lataa|get|hämta|skaffa|download) outlook (?:for|för) (?:android|ios|mac).{0,40}|(?:hanki|get|hämta) (?:bluemail|nine).{0,40}|gesendet von .{1,40}|von meinem (?:iphone|ipad|handy).{0,30}|(?:saadetud minu|saadetud) .{1,40}|отправлено (?:с|из) .{1,40}|envoyé (?:de|depuis) mon .{1,40}|enviado (?:desde|do) .{1,40}|verzonden vanaf .{1,40}|envoyé à partir .{1,40})\.?(?: ?<[^<>]{1,200}>| ?\[[^[\]]{1,200}\])?\.?$/i;
const underline = /^_{10,100}$/;
const listFooter = /mailing list|postituslista|sändlista|\/listinfo|lists?\.|unsubscribe/i;
const maxSignature = 25;
// Without its space the delimiter may be the writer's own line.
const maxAfterBareDelimiter = 8;
const maxListFooter = 8;

/** Lines of [start, end), one writer's own stretch, that are signature: told by "-- ", a phone's line or a list's footer. */
export function signatureLines(lines: string[], start: number, end: number): number[] {
  const found = new Set<number>();
  const delimiter = signatureStart(lines, start, end);
  for (let at = delimiter; at < end; at++) found.add(at);
  for (let at = start; at < delimiter; at++) {
    if (phone.test(unwrapped(bare(lines[at])))) found.add(at);
    if (isListFooter(lines, at, end)) for (let footer = at; footer < end; footer++) found.add(footer);
  }
  return [...found];
}

// Read from the end, so that a page of delimiters costs no more than a page of text.
function signatureStart(lines: string[], start: number, end: number): number {
  let found = end;
  let below = 0;
  for (let at = end - 1; at >= start && below <= maxSignature; at--) {
    const line = lines[at] ?? '';
    if (/^--[ \u00a0]{0,3}$/.test(line) && below > 0 && below <= (line === '--' ? maxAfterBareDelimiter : maxSignature)) found = at;
    if (!isBlank(line)) below++;
  }
  return found;
}

function isListFooter(lines: string[], at: number, end: number): boolean {
  if (!underline.test(bare(lines[at]))) return false;
  return (
    textLines(lines, at + 1, end) <= maxListFooter &&
    lines.slice(at + 1, Math.min(end, at + 4)).some((line) => listFooter.test(line.slice(0, 300)))
  );
}

function textLines(lines: string[], from: number, end: number): number {
  let count = 0;
  for (let at = from; at < end && count <= maxSignature; at++) if (!isBlank(lines[at])) count++;
  return count;
}

function unwrapped(line: string): string {
  return line.replace(/^[*_-]{1,3} ?/, '').replace(/[*_]{1,2}$/, '');
}
