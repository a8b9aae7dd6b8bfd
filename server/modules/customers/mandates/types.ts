export type MandateKind = 'person' | 'company';

/** Somebody the customer may act for, as the register says: identified by identity code or business id. */
export type Principal = { identifier: string; name: string; roles: string[] };

/**
 * The register of mandates (Suomi.fi e-Authorizations), in the shape of its Web API: a session is opened for the customer, who chooses
 * in the register's own pages and comes back with a code, which opens what they chose.
 */
export type MandateRegister = {
  /** @throws Unavailable */
  open(kind: MandateKind, identityCode: string, requestId: string): Promise<{ sessionId: string; userId: string }>;
  /** Where the browser goes to choose. */
  choosing(userId: string, back: string, state: string, language: string): URL;
  /** What was chosen; empty when nothing was, or when it may not be. @throws Unavailable */
  chosen(kind: MandateKind, sessionId: string, code: string, back: string, requestId: string): Promise<Principal[]>;
};
