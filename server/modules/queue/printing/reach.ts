import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { inNetworks } from '../../../platform/networks.ts';

/** Where printers may stand: whoever sets up a point must not come to learn by a printer's address what else answers inside. */
export type PrinterReach = { allows: (address: string) => boolean; ports: readonly number[] };

/** As the operator of the installation says it. */
export type PrinterPlaces = { networks: string[]; ports: number[] };

export const printerReach = ({ networks, ports }: PrinterPlaces): PrinterReach => ({
  allows: inNetworks(networks),
  ports,
});

/** Plainly nowhere for a printer, told without asking any name server. */
export const isOutside = ({ allows, ports }: PrinterReach, host: string, port: number): boolean =>
  !ports.includes(port) || (isIP(host) !== 0 && !allows(host));

/**
 * The address to speak to, resolved once: a name that turns elsewhere between the question and the connection leads nowhere.
 * @returns undefined for a name of nobody, and for one that stands for an address out of reach: which of the two is not told
 */
export async function addressOf({ allows }: PrinterReach, host: string): Promise<string | undefined> {
  const addresses = await lookup(host, { all: true }).catch(() => []);
  return addresses.find(({ address }) => allows(address))?.address;
}
