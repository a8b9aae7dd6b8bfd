import { describe, expect, test } from 'vitest';
import { faultsIn, holdsIdentityCode } from './rules.ts';
import { emptyForm } from './schema.ts';

const choices = { languages: ['fi', 'sv', 'en', 'other'], arrangements: ['hearing', 'quiet-space'] };
const faults = (parts: Partial<typeof emptyForm>) =>
  faultsIn({ ...emptyForm, message: 'I am moving', ...parts }, choices).map(({ field, code }) => `${field}: ${code}`);

describe('what is wrong in a form', () => {
  test('nothing, when only the message is there', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ wish: 'phone', phone: '+358 50 000 1234', arrangements: ['hearing'], language: 'other' })).toEqual([]);
  });

  test.each<[Partial<typeof emptyForm>, string[]]>([
    [{ message: ' \n ' }, ['message: message-empty']],
    [{ message: 'x'.repeat(20_001) }, ['message: message-long']],
    [{ message: 'My code is 131052-308T, help' }, ['message: identity-code']],
    [{ wish: 'fax' }, ['wish: choice']],
    [{ wish: 'email' }, ['email: email-needed']],
    [{ email: 'me at home' }, ['email: email']],
    [{ wish: 'phone' }, ['phone: phone-needed']],
    [{ phone: 'call me' }, ['phone: phone']],
    [{ phone: '12' }, ['phone: phone']],
    [{ givenName: 'x'.repeat(201) }, ['givenName: line-long']],
    [{ actingFor: 'Elli' }, ['actingGround: acting-ground']],
    [{ actingGround: 'guardian' }, ['actingFor: acting-name']],
    [{ actingFor: 'Elli', actingGround: 'thief' }, ['actingGround: choice']],
    [{ language: 'xx' }, ['language: choice']],
    [{ arrangements: ['hearing', 'made-up'] }, ['arrangements: choice']],
    [{ website: 'https://buy.example' }, ['website: website']],
    [{ message: '', wish: 'email', actingFor: 'x' }, ['message: message-empty', 'email: email-needed', 'actingGround: acting-ground']],
  ])('%j', (parts, expected) => {
    expect(faults(parts)).toEqual(expected);
  });
});

describe('identity codes', () => {
  test.each(['131052-308T', 'code:131052-308t.', '010594Y9032', '(131052-308T)'])('%s is one', (text) => {
    expect(holdsIdentityCode(text)).toBe(true);
  });
  test.each(['131052-308U', '131052308T', 'A131052-308T', '131052-308T9', '417283-1', '2026-11-23', ''])('%s is none', (text) => {
    expect(holdsIdentityCode(text)).toBe(false);
  });
});
