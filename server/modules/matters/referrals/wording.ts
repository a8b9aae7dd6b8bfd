import type { OpeningHours } from '../../../platform/clock/opening.ts';
import { type Locale, PLAIN_FINNISH, type TextVariant } from '../../../platform/i18n/locale.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { SupportTexts } from '../../knowledge/schema.ts';
import { tidied, weekOf } from '../../site/service.ts';
import type { ReferralOutcome } from './schema.ts';

/** A referral as its customer is given it; `actor` null where the customer has not let it be named. */
export type GivenReferral = {
  id: string;
  askOn: Temporal.PlainDate;
  outcome: ReferralOutcome | null;
  isWithheld: boolean;
  wish: string;
  actor: {
    texts: SupportTexts;
    phone: string;
    email: string;
    website: string;
    brochure: string;
    opening: OpeningHours | null;
  } | null;
};

export type Detail = { key: string; label: string; words: string; href?: string };

/** What the customer is told of whom they are referred to: the same on paper, in an e-mail and behind the link. Null where it is withheld. */
export function detailsOf(
  variant: TextVariant,
  locale: Locale,
  { actor, wish }: Pick<GivenReferral, 'actor' | 'wish'>,
): { name: string; details: Detail[] } | null {
  if (!actor) return null;
  const w = tidied(translator(variant, 'referral'));
  const own = actor.texts[locale];
  const plain = variant === PLAIN_FINNISH ? actor.texts.plain : null;
  const week = actor.opening ? weekOf(actor.opening, { t: translator(variant, 'citizen'), locale }) : '';
  const details: Detail[] = [
    { key: 'wish', label: w('detail.wish'), words: wish },
    { key: 'helpsWith', label: w('detail.helpsWith'), words: plain?.helpsWith ?? own.helpsWith },
    { key: 'where', label: w('detail.where'), words: own.where },
    { key: 'when', label: w('detail.when'), words: week },
    { key: 'how', label: w('detail.how'), words: plain?.how ?? own.how },
    { key: 'phone', label: w('detail.phone'), words: actor.phone, href: `tel:${actor.phone.replace(/[^+\d]/g, '')}` },
    { key: 'email', label: w('detail.email'), words: actor.email, href: `mailto:${actor.email}` },
    { key: 'website', label: w('detail.website'), words: actor.website, href: actor.website },
    { key: 'brochure', label: w('detail.brochure'), words: actor.brochure, href: actor.brochure },
    { key: 'price', label: w('detail.price'), words: own.price },
    { key: 'accessibility', label: w('detail.accessibility'), words: own.accessibility },
  ];
  return { name: own.name, details: details.filter(({ words }) => words !== '') };
}

/** The e-mail: plain text that a person can read aloud. */
export function letterOf(locale: Locale, referral: GivenReferral): string | null {
  const w = translator(locale, 'referral');
  const told = detailsOf(locale, locale, referral);
  if (!told) return null;
  const lines = told.details.map(({ label, words }) => `${label}: ${words}`);
  return [w('letter.greeting'), w('letter.begins'), [told.name, ...lines].join('\n'), w('never'), w('letter.ends')].join('\n\n');
}
