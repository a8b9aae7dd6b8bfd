import { isTlsCode } from '../fetching/connection.ts';
import type { Trouble } from '../mailboxes/schema.ts';

export type Failure = {
  /** Another attempt would meet the same answer. */
  final: boolean;
  /** For the timeline: the server's answer without addresses. */
  note: string;
  /** What is wrong with our own connection; null when the fault is this one mail's. */
  trouble: Trouble | null;
};

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string };

/**
 * Reads what came of an attempt (RFC 5321 section 4.2.1): 5yz about the recipient or the content is for good, 4yz passes. A refusal of our
 * own user or sender address is an administrator's to put right, so the mail waits.
 */
export function failureOf(error: unknown): Failure {
  const { code = '', responseCode = 0, response = '', command = '', message } = error as SmtpError;
  const ours = troubleOf(code, command, responseCode);
  const final = ours === null && (responseCode >= 500 || isTooLargeForServer(code, command, responseCode));
  return { final, note: withoutAddresses(response || (final ? message : code) || 'not-sent'), trouble: ours };
}

/** Addresses have no place in a note: a restricted customer's would be seen by all who see the timeline. */
export function withoutAddresses(words: string): string {
  return words
    .replace(/<?[^\s<>@"]{1,200}@[^\s<>@"]{1,255}>?:?/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

function troubleOf(code: string, command: string, responseCode: number): Trouble | null {
  if (code === 'EAUTH') return 'login';
  if (code === 'ETLS' || isTlsCode(code)) return 'tls';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (code === 'EPROTOCOL') return 'protocol';
  if (command === 'MAIL FROM' && responseCode >= 500 && responseCode !== 552) return 'refused';
  return responseCode === 0 && /^E(?:CONN|SOCKET|DNS|HOST|NET|PIPE|AI_)/.test(code) ? 'connection' : null;
}

/** The server said in its greeting how much it takes, and the mail was not even offered. */
function isTooLargeForServer(code: string, command: string, responseCode: number): boolean {
  return code === 'EMESSAGE' && command === 'MAIL FROM' && responseCode === 0;
}
