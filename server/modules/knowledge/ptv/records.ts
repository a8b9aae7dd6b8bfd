import type { ChannelRecord, CollectionRecord, GeneralDescriptionRecord, OrganisationRecord, ServiceRecord } from '../services/types.ts';

/** An import goes through these in this order, so that what is pointed at is there first. */
export const steps = ['organisations', 'general-descriptions', 'channels', 'services', 'collections'] as const;
export type Step = (typeof steps)[number];

export type Records = {
  organisations: OrganisationRecord;
  'general-descriptions': GeneralDescriptionRecord;
  channels: ChannelRecord;
  services: ServiceRecord;
  collections: CollectionRecord;
};

/** `skipped`: the whole record was left out; otherwise it was taken without the part that could not be read. */
export type Fault = { recordId: string | null; name: string | null; code: string; detail: string | null; skipped: boolean };

/** Notes a fault of the record being read that does not keep it out. */
export type Complain = (code: string, detail?: string) => void;

/** How one version of the directory's records become the directory's own. */
export type Adapter = {
  id(item: unknown): string | undefined;
  /** For the list of faults: what a person at the source knows it by. */
  name(item: unknown): string | undefined;
  /** Whether it is published: the rest is as good as withdrawn. */
  isPublished(item: unknown): boolean;
  records: { [S in Step]: (item: unknown, complain: Complain, today: Temporal.PlainDate) => Records[S] };
};
