import { expect, test } from 'vitest';
import answers from '../../../../server/modules/notifications/defaults/answers.json' with { type: 'json' };
import instructions from '../../../../server/modules/notifications/defaults/instructions.json' with { type: 'json' };
import notices from '../../../../server/modules/notifications/defaults/notices.json' with { type: 'json' };
import { renderTemplate } from '../../../../server/modules/notifications/rules.ts';
import { placeholders as served } from '../../../../server/modules/notifications/types.ts';
import { filled, placeholders, unknownWords, type Values } from './filling.ts';

const all: Values = Object.fromEntries(placeholders.map((name) => [name, `<${name}>`]));
const some: Values = { matterNumber: '41 72 83-6', nextStep: '' };

test('the preview fills every text of the product as the server does', () => {
  const templates = [...answers, ...instructions, ...notices];
  expect(templates.length).toBeGreaterThan(10);
  for (const { texts } of templates) {
    for (const values of [all, some, {}]) {
      expect(filled(texts.fi, values)).toEqual(renderTemplate({ texts }, 'fi', values));
      expect(filled(texts.sv, values)).toEqual(renderTemplate({ texts }, 'sv', values));
    }
  }
});

test('the same words can be filled in here and there', () => {
  expect([...placeholders].sort()).toEqual([...served].sort());
});

test('a word that nothing fills in is told once', () => {
  expect(unknownWords({ subject: '{{ matterNumber }}', body: '{{name}} {{name}} {{link}}' })).toEqual(['name']);
});
