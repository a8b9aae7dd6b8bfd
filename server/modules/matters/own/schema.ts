import type { FollowPage } from '../following/schema.ts';
import type { Outcome } from '../needs/schema.ts';

/** One matter as its customer sees it once identified: all of it but what is the desk's own (notes, who of the staff). */
export type OwnMatterPage = Omit<FollowPage, 'messages'> & {
  id: string;
  ownerOrganisationId: string;
  namesAgreed: boolean;
  messages: OwnMessage[];
  needs: OwnNeed[];
  shares: OwnShare[];
};

export type OwnMessage = FollowPage['messages'][number] & {
  secret: boolean;
  /** Who wrote it signed in, and for whom when not for themselves. */
  byName: string | null;
  forName: string | null;
  byReader: boolean;
};

export type OwnNeed = {
  id: string;
  /** The service as the authority calls it, else the customer's own words. */
  name: string;
  organisationId: string | null;
  state: 'identified' | 'directed' | 'in-hand' | 'settled';
  outcome: Outcome | null;
  /** The authority's receipt or reference, when the matter was initiated there. */
  receipt: string | null;
};

/** What another organisation may see now, and on which ground. */
export type OwnShare = {
  id: string;
  needName: string;
  organisationId: string;
  basis: 'consent' | 'law';
  ground: string;
  givenHow: string | null;
  language: string | null;
  sharedAt: string;
  until: string | null;
};
