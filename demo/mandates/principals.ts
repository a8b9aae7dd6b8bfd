export type DemoPrincipal = { key: string; identifier: string; name: string; roles: string[] };

/** Who may act for whom: of the demo's people one, for her mother, to see for her father, and for a company. All made up. */
const mandates: { of: string; mode: 'hpa' | 'ypa'; principal: DemoPrincipal }[] = [
  { of: '020268-905M', mode: 'hpa', principal: { key: 'aili', identifier: '110940-906W', name: 'Koskela Aili', roles: ['POLKU_MANAGE'] } },
  { of: '020268-905M', mode: 'hpa', principal: { key: 'toivo', identifier: '080338-911S', name: 'Koskela Toivo', roles: ['POLKU_READ'] } },
  { of: '020268-905M', mode: 'ypa', principal: { key: 'kahvila', identifier: '9900001-8', name: 'Koskelan Kahvila Oy', roles: ['NIMKO'] } },
];

export const principalsOf = (identityCode: string, mode: 'hpa' | 'ypa'): DemoPrincipal[] =>
  mandates.filter((each) => each.of === identityCode && each.mode === mode).map(({ principal }) => principal);
