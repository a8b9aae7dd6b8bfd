import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { isInner } from './networks.ts';

/** What may be spoken to when somebody else has written the address. */
export type Reach = {
  /** Whether an address may be spoken to. */
  allows: (address: string) => boolean;
  /** Milliseconds in all. */
  withinMs: number;
};

/** The internet alone: nobody must come to learn by an address they wrote what answers on this machine or in the network around it. */
export const internet: Reach = { allows: (address) => !isInner(address), withinMs: 15_000 };

/** An address in figures asks no name server, so nothing else would stop it. `hostname` as URL has it. */
export function isPlainlyOutOfReach({ allows }: Reach, hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !allows(host);
}

/** Resolves for the very connection, so that a name that turns elsewhere between a question and the visit leads nowhere. */
export function lookupWithin({ allows }: Reach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { all: true, ...(options.family ? { family: options.family } : {}) }).then(
      (found) => {
        const allowed = found.filter(({ address }) => allows(address));
        const [first] = allowed;
        if (!first) callback(Object.assign(new Error('no address on the internet'), { code: 'ENOTFOUND' }), '', 0);
        else if (options.all) callback(null, allowed);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
