import type { View } from '../../site/types.ts';
import type { ContactForm } from './schema.ts';

/** How and when the sender wishes to be answered, as the advisor reads it on the contact. */
export function wishWords({ t }: View, { wish, reachable }: ContactForm): string {
  const how = wish ? t('contact.summaryWish', { wish: t(`contact.wishes.${wish}`) }) : '';
  const when = reachable.trim() ? t('contact.summaryReachable', { when: reachable.trim() }) : '';
  return [how, when].filter(Boolean).join(' ');
}
