import { expect, test } from 'vitest';
import { countableWords } from './words.ts';

test.each([
  ['Asumistuki', 'asumistuki'],
  ['  Äidin  MUISTI, huononee! ', 'äidin muisti huononee'],
  ['ta bort barnets dagvårdsplats', 'ta bort barnets dagvårdsplats'],
  ['päivähoito 3-vuotias', 'päivähoito'],
  ['KELA-kortti', 'kela-kortti'],
])('%j is counted as %j', (text, words) => {
  expect(countableWords(text, () => true)).toBe(words);
});

test.each([
  'matti.meikalainen@posti.example',
  'soittakaa 050 000 1234',
  '131052-308T perintö',
  'Olen asunut täällä jo kaksi vuotta ja naapuri Matti valittaa minusta joka viikko isännöitsijälle',
  'x'.repeat(81),
  '?!',
  '',
])('%j is counted without its words', (text) => {
  expect(countableWords(text, () => true)).toBe('');
});

test('a word that is not known may be a name, and is left out', () => {
  const isKnown = (word: string) => ['huumeet', 'apua'].includes(word);
  expect(countableWords('Matti Virtanen, huumeet', isKnown)).toBe('huumeet');
  expect(countableWords('Matti Virtanen', isKnown)).toBe('');
  // Alone it says nothing of anybody, and may be what people call something here.
  expect(countableWords(' Zumbakerho ', isKnown)).toBe('zumbakerho');
});
