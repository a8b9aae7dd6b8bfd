import { stat } from 'node:fs/promises';

/** Who PostgreSQL runs as; undefined = as this process itself. */
export type Account = { uid: number; gid: number } | undefined;

/** `nobody`: there on every system without making an account, and PostgreSQL refuses to run as root. */
export const NOBODY = 65_534;

/** As root, the owner of the existing database (someone may have started Polku without root before), else nobody. */
export async function accountFor(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: NOBODY, gid: NOBODY };
}
