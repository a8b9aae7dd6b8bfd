import type { Db, Trx } from '../../platform/db/transaction.ts';
import type { Claims } from '../identity/service.ts';

/**
 * Whose claims these are. The first time, a verified address joins the provider's subject to the person, once: afterwards only
 * the subject counts, and an address given to somebody else opens nothing. Undefined for strangers and disabled people.
 */
export async function personOfClaims(trx: Trx, claims: Claims): Promise<string | undefined> {
  return (await knownSubject(trx, claims)) ?? (claims.emailVerified && claims.email ? joinByEmail(trx, claims, claims.email) : undefined);
}

async function knownSubject(db: Db, { issuer, subject }: Claims): Promise<string | undefined> {
  const person = await db
    .selectFrom('person')
    .select('id')
    .where('oidc_issuer', '=', issuer)
    .where('oidc_subject', '=', subject)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return person?.id;
}

async function joinByEmail(trx: Trx, { issuer, subject }: Claims, email: string): Promise<string | undefined> {
  const joined = await trx
    .updateTable('person')
    .set({ oidc_issuer: issuer, oidc_subject: subject })
    .where('email', '=', email)
    .where('oidc_subject', 'is', null)
    .where('disabled_at', 'is', null)
    // The subject may be a disabled person's: it joins nobody else.
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('person as other')
            .select('other.id')
            .where('other.oidc_issuer', '=', issuer)
            .where('other.oidc_subject', '=', subject),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return joined?.id;
}
