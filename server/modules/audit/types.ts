export type AuditEntry = {
  actorKind: 'staff' | 'customer' | 'link' | 'system' | 'anonymous';
  personId?: string;
  /** The organisations whose grants let the person in. */
  organisationIds?: string[];
  requestId?: string;
  /** What was done, `<thing>.<deed>`, e.g. `matter.read`. */
  action: string;
  /** Why: a key of the purposes in docs/privacy.md, e.g. `advice`, `administration`. */
  purpose: string;
  outcome?: 'done' | 'refused';
  matterId?: string;
  customerId?: string;
  /** The signed-in customer who did it, and whom they acted for by a mandate. */
  actorCustomerId?: string;
  onBehalfOf?: string;
  ownerOrg?: string;
  subjects?: string[];
};
