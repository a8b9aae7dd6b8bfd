export const setUpTabs = ['queues', 'counters', 'order', 'devices', 'slides', 'here', 'voice'] as const;
export type SetUpTab = (typeof setUpTabs)[number];

/** What of a point's set-up is in sight, and which thing of it is open; `new` is one to be added. */
export type SetUpView = { tab?: SetUpTab; open?: string };

export function setUpViewOf({ tab, open }: Record<string, unknown>): SetUpView {
  const known = setUpTabs.find((one) => one === tab);
  return { ...(known ? { tab: known } : {}), ...(typeof open === 'string' ? { open } : {}) };
}
