import { messageIds } from './fields.ts';
import type { HeaderField } from './header-block.ts';
import { allValues, firstValue } from './header-block.ts';
import type { Address, Bounce } from './types.ts';

export type PlainReport = { outcome: 'failed' | 'delayed'; bounce: Bounce };

const daemonAddress =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|postmaster|mdaemon|mail[-_.]?delivery|double-?bounce|mmdf|uucp|microsoftexchange[0-9a-f]{32}|postoffice|internet-?mail-?delivery)(?:[+=-][^@]{0,100})?(?:@|$)/i;
const daemonName =
  /mail(?:er)?[- ]?daemon|mail delivery (?:sub)?system|postmaster|mail administrator|system administrator|delivery subsystem|mail delivery|postitustaustaohjelma/i;
const subjects =
  /undeliver(?:able|ed)|returned (?:mail|to sender)|mail delivery (?:failed|failure|error|problem|status)|delivery (?:status notification|failure|has failed|problem|error|report)|failure notice|failed mail|non[- ]?(?:delivery|remise)|mail (?:could not be|not) delivered|message (?:could not be|not) delivered|could not (?:send|deliver)|undelivered mail|user unknown|unzustellbar|nachricht nicht zustellbar|ei voitu toimittaa|toimitus(?:virhe| epäonnistui)|palautettu viesti|toimittamat(?:on|ta)|kunde inte levereras|går inte att leverera|kan inte levereras|oleverera[dt]|leveransfel|returnerad|mail system error|delivery notification|problem (?:beim senden|delivering)|error sending|warning: (?:could not send|message)|returned message|bounce|rejected mail|mail rejected|no such user/i;
const phrases =
  /this is the qmail-send program|this is the (?:postfix program|mail system at host)|created automatically by (?:the )?mail delivery software|permanent fatal errors|could not be delivered to (?:one or more|all|the following)|did not reach (?:some or all of )?the (?:intended|following) recipient|delivery to the following recipients? (?:failed|has been)|following (?:address(?:es|\(es\))?|recipients?|users?) (?:had|failed|could not|cannot|did not|was|were|has|have)|message could not be delivered|couldn't be delivered|could not be reached|unable to deliver (?:your|this|the|message)|your (?:message|mail|e-?mail) (?:was not|could not be|cannot be|can't be|wasn't|has not been) delivered|undeliverable (?:message|mail|address)|delivery (?:has )?failed|failed permanently|error delivering your mail|transcript of session follows|reason(?:s)? for (?:the )?(?:non-?delivery|failure)|user unknown|no such user|mailbox (?:unavailable|not found|is full|full)|unknown (?:user|recipient|local)|recipient (?:address )?rejected|viestiäsi ei voitu toimittaa|viestin toimittaminen epäonnistui|ei voitu toimittaa|kunde inte levereras|går inte att leverera|returned to sender|550[ -]\d\.\d|\b55[0-4][ -][^\n]{0,80}(?:mailbox|user|recipient|address)/i;
const delays =
  /\b(?:delayed|delay\b|warning message only|will (?:continue to )?(?:be retried|retry|keep trying)|has not yet been delivered|not been delivered yet|still being retried|will be retried|you do not need to resend|delivery is delayed|viivästynyt|försenad)/i;
const finalFailure =
  /permanent (?:fatal )?error|failed permanently|giving up|gave up|i've given up|permanent failure|could not be delivered for|retry time(?:out)? (?:not|exceeded)|will not be retried|unable to deliver/i;

/** Bounces that are no RFC 3464 report: qmail, Exim, old Postfix, Sendmail and Exchange. Null when the mail is none. */
export function readPlainBounce(fields: HeaderField[], from: Address, subject: string, text: string): PlainReport | null {
  const failedHeader = firstValue(fields, 'x-failed-recipients');
  const said = text.slice(0, 6_000);
  const speaks = subjects.test(subject) || phrases.test(said);
  const fromDaemon = daemonAddress.test(from.address) || daemonName.test(from.name) || hasNullSender(fields);
  if (!failedHeader && !(fromDaemon && speaks)) return null;
  const isDelay = delays.test(`${subject}\n${said}`) && !finalFailure.test(said);
  return {
    outcome: isDelay ? 'delayed' : 'failed',
    bounce: {
      failedAddress: addresses(failedHeader ?? '')[0] ?? failedAddress(said, ownAddresses(fields, from)),
      status: /\b[45]\.\d{1,2}\.\d{1,3}\b/.exec(said)?.[0] ?? null,
      diagnostic: diagnosticIn(said),
      originalMessageId: messageIds(/^message-id:\s{0,5}(.{0,400})$/im.exec(text.slice(0, 100_000))?.[1] ?? null)[0] ?? null,
    },
  };
}

/** The envelope sender was empty: no person and no programme expects an answer (RFC 5321 section 4.5.5). */
export function hasNullSender(fields: HeaderField[]): boolean {
  return allValues(fields, 'return-path').some((value) => /^<\s*>$/.test(value.trim()));
}

function ownAddresses(fields: HeaderField[], from: Address): Set<string> {
  const own = ['to', 'delivered-to', 'x-original-to'].flatMap((name) => allValues(fields, name)).flatMap(addresses);
  return new Set([...own, from.address].map((address) => address.toLowerCase()));
}

// The address is named before the returned message; one alone on its line or in brackets says it best.
function failedAddress(said: string, own: Set<string>): string | null {
  const report =
    said.split(
      /^(?:-{2,}.{0,40}(?:copy of|original|returned|message headers?|below this line|headers follow).{0,60}|received:.{1,300})$/im,
    )[0] ?? said;
  const lines = report.split('\n').map((line) => line.slice(0, 400));
  const told = [
    /^\s{0,8}(?:to:?\s|rcpt to:|recipient:?\s|address:?\s)?\s{0,8}[<"(]{0,2}[^\s<>"():;,]{1,100}@[^\s<>"():;,]{1,200}[>")]{0,2}[:,;.]?\s{0,5}$/i,
    /<[^\s<>@]{1,100}@[^\s<>@]{1,200}>/,
    /@/,
  ];
  for (const pattern of told) {
    const found = lines
      .filter((line) => pattern.test(line))
      .flatMap(addresses)
      .find((address) => !own.has(address.toLowerCase()) && !daemonAddress.test(address));
    if (found) return found;
  }
  return null;
}

function diagnosticIn(said: string): string | null {
  const lines = said.split('\n').map((line) => line.slice(0, 400).trim());
  return (
    lines.find((line) => /\b[45]\d\d[ -](?:\d\.\d{1,2}\.\d{1,3})?/.test(line) && /[a-z]/i.test(line)) ??
    lines.find((line) => phrases.test(line)) ??
    null
  );
}

function addresses(text: string): string[] {
  return [...text.slice(0, 2_000).matchAll(/[^\s<>"'(),:;[\]@]{1,100}@[^\s<>"'(),:;[\]@]{1,200}/g)].map(([address]) =>
    address.replace(/\.+$/, ''),
  );
}
