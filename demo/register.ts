import type { Register } from '../server/modules/customers/register/types.ts';

const place = { postalCode: '99990', city: 'Mallila' };

/** Plays the population register for the demo's test identities. */
export const demoRegister: Register = {
  find: async (identityCode) => entries.get(identityCode),
};

const entries = new Map([
  ['140542-901Y', { restricted: false, address: { street: 'Rantapolku 3 A 4', ...place } }],
  ['020268-905M', { restricted: false, address: { street: 'Myllytie 12', ...place } }],
  ['110940-906W', { restricted: false, address: { street: 'Koivukuja 2', ...place } }],
  ['050777Y903V', { restricted: true, address: null }],
  ['230891-902V', { restricted: false, address: { street: 'Satamakatu 8 B 15', ...place } }],
  ['250659-907E', { restricted: false, address: { street: 'Saaristotie 40', ...place } }],
  ['311203A904L', { restricted: false, address: null }],
]);
