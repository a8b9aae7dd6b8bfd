import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { inNetworks, isInner, isNetwork } from '../../../../platform/networks.ts';

/** Which mail servers may be spoken to, by the name that was given and by an address. */
export type MailReach = (host: string, address: string) => boolean;

/** The server's name stands for an address that is not to be spoken to. */
export class OutOfReach extends Error {
  readonly code = 'EHOSTOUTOFREACH';
}

/**
 * Servers on the internet, and of those inside only what the operator has named: an organisation's administrator writes the server's name,
 * and must not come to learn by it what answers on this machine or in the network around it.
 */
export function mailReach(named: string[]): MailReach {
  const inNamed = inNetworks(named.filter(isNetwork));
  const names = named.map((name) => name.toLowerCase());
  return (host, address) => !isInner(address) || inNamed(address) || names.includes(host.toLowerCase());
}

/** Whether what was written is plainly inside, without asking any name server. */
export function isPlainlyOut(reach: MailReach, host: string): boolean {
  const address = isIP(host) ? host : /^(?:.+\.)?localhost\.?$/i.test(host) ? '127.0.0.1' : undefined;
  return address !== undefined && !reach(host, address);
}

/** The address to speak to, resolved once: a name that turns elsewhere between the question and the connection leads nowhere. @throws OutOfReach */
export async function addressOf(reach: MailReach, host: string): Promise<string> {
  const addresses = await lookup(host, { all: true }).catch((error: unknown) => {
    throw Object.assign(new Error('no such name', { cause: error }), { code: 'EDNS' });
  });
  const allowed = addresses.find(({ address }) => reach(host, address));
  if (!allowed) throw new OutOfReach('not to be spoken to');
  return allowed.address;
}
