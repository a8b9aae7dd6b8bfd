import { attributes, type Html, html } from '../../../platform/http/html.ts';
import type { Locale } from '../../../platform/i18n/locale.ts';
import { nameIn } from '../../directory/service.ts';
import type { ListItem } from '../../directory/types.ts';
import type { View } from '../../site/service.ts';
import type { NeedRule } from '../capacity/types.ts';
import { wordsOf } from './words.ts';

/** Asked where interpreters are taken: `codes` are what they interpret, named as in the list of languages where it has them. */
export function interpreterPart(
  view: View,
  codes: readonly string[],
  listed: readonly ListItem[],
  chosen: string | null | undefined,
  /** Where a page asks it several times. */
  of = '',
): Html | false {
  if (codes.length === 0) return false;
  const b = wordsOf(view);
  const options = codes.map((code) => ({ code, name: languageName(view.locale, code, listed) }));
  options.sort((one, other) => one.name.localeCompare(other.name, view.locale));
  return html`<div class="field"><label class="question" for="interpreter-language${of}">${b('place.interpreter')}</label><p class="hint" id="interpreter-hint${of}">${b('place.interpreterHint')}</p>
<span class="select"><select class="input" id="interpreter-language${of}" name="interpreterLanguage" aria-describedby="interpreter-hint${of}"><option value="">${b('place.interpreterUnknown')}</option>${options.map(({ code, name }) => html`<option value="${code}"${attributes({ selected: code === chosen })}>${name}</option>`)}</select></span></div>`;
}

/** A page may be read in a language whose names Node has: those of the list are the organisation's own words. */
export function languageName(locale: Locale, code: string, listed: readonly ListItem[]): string {
  const item = listed.find(({ key }) => key === code);
  return item ? nameIn(item.label, locale) : (new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code);
}

/** Whoever says which language is interpreted needs an interpreter, though the box of it was passed by. */
export function needsWith(rules: readonly NeedRule[], needs: string[], interpreterLanguage: string | null): string[] {
  const bringing = rules.filter(({ part }) => part?.kind === 'interpreter').map(({ need }) => need);
  if (interpreterLanguage === null || bringing.length === 0 || bringing.some((need) => needs.includes(need))) return needs;
  return [...needs, bringing[0] as string];
}
