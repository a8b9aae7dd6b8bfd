import { choice } from '../choice-button.ts';
import { sign } from '../sign.ts';
import { spoken, texts } from '../texts/texts.ts';
import type { App, Language, Screen } from '../types.ts';

const OFFERED: [Language, string, string][] = [
  ['fi', 'Suomi', 'Aloita suomeksi'],
  ['sv', 'Svenska', 'Börja på svenska'],
  ['en', 'English', 'Start in English'],
  ['fi-x-plain', 'Selkosuomi', 'Aloita selkeällä suomella'],
];

/** Language before anything else, each in itself. */
export function languageScreen(app: App): Screen {
  const parts = OFFERED.map(([language, name, hint]) => {
    const begin = () => {
      Object.assign(app.visit, { language, saidLanguage: true });
      app.t = texts[language];
      app.go('reason');
    };
    const element = choice(begin, name, hint, undefined, sign('next'));
    element.lang = spoken[language];
    return element;
  });
  return { title: 'Tervetuloa · Välkommen · Welcome', parts };
}
