import { expect, test } from 'vitest';
import { type MandateRight, rightsOf } from './rules.ts';
import type { MandateKind } from './types.ts';

const all = ['read', 'write', 'data-rights'];
const table: [MandateKind, string[], MandateRight[] | string[]][] = [
  ['person', [], ['read', 'write']],
  ['person', ['POLKU_READ'], ['read']],
  ['person', ['POLKU_MANAGE'], ['read', 'write']],
  ['person', ['POLKU_DATA_RIGHTS'], all],
  ['person', ['POLKU_READ', 'POLKU_MANAGE'], ['read', 'write']],
  ['person', ['NIMKO'], []],
  ['person', ['UNHEARD'], []],
  ['person', ['constructor'], []],
  ['person', ['UNHEARD', 'POLKU_READ'], ['read']],
  ['company', [], []],
  ['company', ['NIMKO'], all],
  ['company', ['TJ'], all],
  ['company', ['IS'], ['read', 'write']],
  ['company', ['TIL'], ['read']],
  ['company', ['PJ'], []],
];

test.each(table)('%s %j opens %j', (kind, roles, rights) => {
  expect(rightsOf(kind, roles)).toEqual(rights);
});
