import { expect, test } from 'vitest';
import { missingIn, newStep, nothing, tidied } from './package-details.ts';

const title = (text: string) => ({ title: text, note: '' });
const whole = {
  texts: { fi: { title: 'Muutto', intro: '' }, sv: { title: 'Flytt', intro: '' }, en: { title: 'Moving', intro: '' } },
  steps: [{ ...newStep(), texts: { fi: title('Ilmoita'), sv: title('Anmäl'), en: title('Notify') } }],
};

test('every title is needed in Finnish, Swedish and English; plain Finnish is not', () => {
  expect(missingIn({ content: whole, active: true })).toEqual([]);
  expect(missingIn(nothing)).toEqual([
    'content.texts.fi',
    'content.texts.sv',
    'content.texts.en',
    'content.steps.0.texts.fi',
    'content.steps.0.texts.sv',
    'content.steps.0.texts.en',
  ]);
});

test('a language nobody wrote in is not sent', () => {
  const step = { ...newStep(), texts: { fi: title('Ilmoita'), plain: title('  ') } };
  expect(tidied({ texts: { fi: whole.texts.fi, plain: { title: '', intro: '' } }, steps: [step] })).toEqual({
    texts: { fi: whole.texts.fi },
    steps: [{ ...step, texts: { fi: title('Ilmoita') } }],
  });
});
