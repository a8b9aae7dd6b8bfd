import { button, part } from '../../shared/device/part.ts';
import type { App, GotDone, Screen } from '../types.ts';

const ANSWERS: readonly GotDone[] = ['yes', 'partly', 'no'];

/** The one question, which need not be answered. */
export function endingScreen(app: App): Screen {
  const { t } = app;
  let gotDone: GotDone | null = null;
  const choices = ANSWERS.map((answer) => {
    const input = part('input', '');
    Object.assign(input, { type: 'radio', name: 'got-done', value: answer });
    input.addEventListener('change', () => {
      gotDone = answer;
    });
    return part('label', 'c-answer', input, part('b', '', t[answer]));
  });
  const group = part('div', 'c-tiles c-answers', ...choices);
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-label', t.ending);
  const words = part('textarea', 'c-field');
  Object.assign(words, { id: 'words', rows: 3, maxLength: 1000, autocomplete: 'off' });
  const label = part('label', '', t.words);
  label.htmlFor = words.id;
  const hint = part('p', 'quiet', t.wordsHint);
  hint.id = 'words-hint';
  words.setAttribute('aria-describedby', hint.id);
  const finish = button('button primary', () => app.end(gotDone, words.value), t.finish);
  const row = part(
    'div',
    'c-row',
    button('button', () => app.go('services'), t.back),
    finish,
  );
  return { title: t.ending, lead: t.endingHint, parts: [group, part('div', 'c-form', label, hint, words), row] };
}
