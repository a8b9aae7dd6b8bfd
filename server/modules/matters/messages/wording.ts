import type { Db } from '../../../platform/db/transaction.ts';
import type { TextVariant } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { renderTemplate, templateFor } from '../../notifications/service.ts';
import { sayMatterNumber } from '../number.ts';
import { placeOf } from './queries.ts';

export type ToWord = {
  leaves: 'message' | 'notice' | 'nothing';
  kind: 'message' | 'note' | 'instruction';
  language: string;
  body: string;
  matter: { id: string; number: string };
  /** Where customers sign in; undefined: nowhere. */
  ownPages: string | undefined;
};

export type Worded = { subject: string; text: string };

/**
 * What exactly leaves: the preview and the sender both ask here. A subject line says neither what the matter is nor whose, only its
 * number, since others may see it on a screen (being a customer may itself be secret).
 */
export async function word(db: Db, message: ToWord): Promise<Worded> {
  if (message.leaves === 'nothing') return { subject: '', text: '' };
  if (message.leaves === 'notice') return notice(db, message);
  return { subject: subjectOf(message), text: message.body };
}

export function subjectOf({ kind, language, matter }: Pick<ToWord, 'kind' | 'language'> & { matter: { number: string } }): string {
  if (kind === 'note') return '';
  return translator(variantOf(language), 'message')(`subject.${kind}`, { number: sayMatterNumber(matter.number) });
}

async function notice(db: Db, { language, matter, ownPages }: ToWord): Promise<Worded> {
  const number = sayMatterNumber(matter.number);
  const values = { matterNumber: number, place: await placeOf(db, matter.id, variantOf(language)), link: ownPages };
  const { subject, body } = renderTemplate(await templateFor(db, 'neutral-notice'), language, values);
  return { subject: `${subject} [${number}]`, text: body };
}

/** The Sámi languages are served together with Finnish; whoever speaks another language is likelier to read English. */
export function variantOf(language: string): Exclude<TextVariant, 'fi-x-plain'> {
  const [main] = language.split('-');
  if (main === 'sv' || main === 'fss') return 'sv';
  return ['fi', 'se', 'smn', 'sms', 'fse'].includes(main ?? '') ? 'fi' : 'en';
}
