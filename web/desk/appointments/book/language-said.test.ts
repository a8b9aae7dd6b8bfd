import { expect, test } from 'vitest';
import { languageSaid } from './language-said.ts';

const codes = ['ru', 'uk', 'ar', 'so', 'fa'];

test.each([
  ['ukraina', 'uk'],
  ['Ukrainan tulkki', 'uk'],
  ['tolk: ukrainska', 'uk'],
  ['Ukrainian, by phone', 'uk'],
  ['venäjäksi', 'ru'],
  ['somali (murre)', 'so'],
  ['', null],
  ['kiva tulkki', null],
  // Nobody here interprets it.
  ['tagalog', null],
])('"%s" is %s', (text, code) => expect(languageSaid(text, codes)).toBe(code));
