import { describe, expect, test } from 'vitest';
import { CardContent } from '../schema.ts';
import { differencesOf } from './differences.ts';

const saying = (text: object, more: object = {}) => CardContent.parse({ texts: { fi: { title: 'Kortti', ...text } }, ...more });

describe('what a version says otherwise', () => {
  test('nothing, when it says the same', () => {
    expect(differencesOf(saying({ price: '20 euroa' }), saying({ price: '20 euroa' }))).toEqual([]);
  });

  test('word by word in the field that changed', () => {
    expect(differencesOf(saying({ price: '20 euroa vuodessa' }), saying({ price: '25 euroa vuodessa' }))).toEqual([
      {
        language: 'fi',
        field: 'price',
        parts: [
          { kind: 'gone', text: '20' },
          { kind: 'come', text: '25' },
          { kind: 'same', text: ' euroa vuodessa' },
        ],
      },
    ]);
  });

  test('lists, answers, links, plain Finnish and a language that came or went', () => {
    const links = [{ kind: 'form', url: 'https://kunta.example/a', names: { fi: 'Lomake' } }];
    const before = saying({ bring: ['Passi'] }, { links });
    const after = CardContent.parse({
      texts: { fi: { title: 'Kortti', bring: ['Passi', 'Kuva'], answers: [{ title: 'Hinta', body: 'Ilmainen' }] }, sv: { title: 'Kort' } },
      plain: { summary: 'Selkeästi.' },
    });
    const found = differencesOf(before, after).map(({ language, field }) => `${language} ${field}`);
    expect(found.sort()).toEqual(['common links', 'fi answers', 'fi bring', 'plain summary', 'sv title']);
    const answered = differencesOf(before, after).find(({ field }) => field === 'answers');
    expect(answered?.parts).toEqual([{ kind: 'come', text: 'Hinta\nIlmainen' }]);
  });

  test('everything, of a first version', () => {
    const all = differencesOf(null, saying({}));
    expect(all.map(({ field }) => field)).toEqual(['adviceLevel', 'title']);
    expect(all.every(({ parts }) => parts.every(({ kind }) => kind === 'come'))).toBe(true);
  });

  test('of the longest texts there may be in a moment', () => {
    const long = (word: string) => `${`${word} `.repeat(800)}\n`.slice(0, 4000);
    const started = performance.now();
    differencesOf(saying({ mayAnswer: long('kyllä') }), saying({ mayAnswer: long('ei') }));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
