import { type Translate, translator } from '../../../../platform/i18n/translator.ts';
import { tidied, type View } from '../../../site/service.ts';

export const waitingWords = ({ variant }: Pick<View, 'variant'>): Translate => tidied(translator(variant, 'waiting'));

/** What is wrong is told of a place in line: nothing was to be sent, and the address is for telling of a free time. */
export function toldOf(view: View): View {
  const w = waitingWords(view);
  const own: Record<string, string> = { 'form.kept': 'form.kept', 'fault.email-needed': 'form.emailNeeded' };
  return { ...view, t: (key, values) => (own[key] ? w(own[key]) : view.t(key, values)) };
}
