import type { ImapServer, Server } from '../types.ts';

/** A password left out of a change stays only where it was meant for. */
export function mayKeepPassword(was: Server | null, is: Server): boolean {
  return was !== null && was.host === is.host && was.port === is.port && was.security === is.security && was.user === is.user;
}

export function sendsPasswordInClear({ host, security }: Server, hasPassword: boolean): boolean {
  return security === 'none' && hasPassword && !isThisMachine(host);
}

/** Whether mails must be counted anew. */
export function isElsewhere(was: ImapServer | null, is: ImapServer | null): boolean {
  return was?.host !== is?.host || was?.user !== is?.user || was?.folder !== is?.folder;
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
