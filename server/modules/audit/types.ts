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
  ownerOrg?: string;
  subjects?: string[];
};
