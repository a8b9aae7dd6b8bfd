import { describe, expect, test } from 'vitest';
import type { CardContent } from '../../../shared/api/cards.ts';
import { noText } from '../card-texts.ts';
import { contentOf, editedOf } from './edited-card.ts';

const content: CardContent = {
  adviceLevel: 'guide',
  texts: { fi: { ...noText, title: 'Asumistuki', summary: 'Apua vuokraan.', bring: ['Vuokrasopimus'] } },
  plain: null,
  links: [{ kind: 'form', url: 'https://kunta.example/lomake', names: { fi: 'Lomake' } }],
  forward: { unitId: null, specialist: '', phone: '' },
};

describe('what is edited', () => {
  test('comes back as it was', () => {
    expect(contentOf(editedOf(content, ''))).toEqual(content);
  });

  test('leaves out empty lines, half-begun answers and languages that say nothing', () => {
    const edited = editedOf(content, '');
    const fi = { ...edited.fi, bring: ['Vuokrasopimus', ' ', ''], answers: [{ title: ' ', body: '' }] };
    expect(contentOf({ ...edited, fi, sv: { ...noText, letters: [{ name: '', meaning: '' }] } })).toEqual(content);
  });

  test('keeps a half-written answer, so that the writer is told of it', () => {
    const edited = editedOf(content, '');
    const sv = { ...noText, answers: [{ title: 'Belopp', body: '' }] };
    expect(contentOf({ ...edited, sv }).texts.sv?.answers).toHaveLength(1);
  });
});
