/** What a module tells the others: a typed fact about a subject, without personal data (ids, kinds, moments). */
export interface NewEvent {
  /** `<module>.<what happened>`, e.g. `matters.need-resolved`. */
  type: string;
  subject?: string | null;
  data?: Readonly<Record<string, unknown>>;
}

export interface PublishedEvent {
  /** The transaction that wrote it: a 64-bit number, kept as text. */
  xid: string;
  seq: number;
  at: Temporal.Instant;
  type: string;
  subject: string | null;
  data: Record<string, unknown>;
}
