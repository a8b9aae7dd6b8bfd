/** Facts of what customers ask of their data: ids only. The subject is the request. */
export const dataRequestEvents = [
  'data-request.asked',
  'data-request.answered',
  'data-request.lifting',
  'data-request.due-soon',
  'data-request.overdue',
] as const;

export type DataRequestEventType = (typeof dataRequestEvents)[number];

/** `matterId`: by which matter the customer is told, if there is one. */
export type DataRequestFacts = { ownerOrg: string; matterId?: string | null };
