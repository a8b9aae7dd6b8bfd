import type { Channel, Identification } from '../../../server/modules/matters/contacts/schema.ts';
import type { NewMatter } from '../../shared/api/matters.ts';
import { type CustomerWords, customerInputOf, customerWordsOf, isNobody } from '../aside/customer-fields.tsx';

export type NeedWords = { serviceName: string; organisationId: string | null; ownWords: string };

export type NewContactDraft = {
  channel: Channel;
  direction: 'in' | 'out';
  summary: string;
  title: string;
  /** When the first letter was typed; the contact's duration counts from here. */
  startedAt: string | null;
  identification: Identification;
  needs: NeedWords[];
  arrangements: string[];
  customerId: string | null;
  customerName: string;
  customer: CustomerWords;
};

export const emptyNeed: NeedWords = { serviceName: '', organisationId: null, ownWords: '' };

export function emptyContact(): NewContactDraft {
  return {
    channel: 'phone',
    direction: 'in',
    summary: '',
    title: '',
    startedAt: null,
    identification: 'none',
    needs: [emptyNeed],
    arrangements: [],
    customerId: null,
    customerName: '',
    customer: customerWordsOf(),
  };
}

export function isWorthKeeping({ summary, needs, title }: NewContactDraft): boolean {
  return Boolean(summary.trim() || title.trim() || needs.some(hasWords));
}

/** What the server takes: nobody known is a customer too, and a need without words is none. */
export function inputOf(draft: NewContactDraft, pointId: string | null): NewMatter {
  const { channel, direction, summary, startedAt, identification, customer } = draft;
  return {
    ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
    language: customer.language,
    contact: { channel, direction, summary, identification, startedAt, pointId },
    customerId: draft.customerId,
    customer: draft.customerId
      ? null
      : isNobody(customer)
        ? { language: customer.language, digitalSkill: customer.digitalSkill }
        : customerInputOf(customer),
    needs: draft.needs.filter(hasWords).map(({ serviceName, organisationId, ownWords }) => ({
      serviceName: serviceName.trim() || null,
      organisationId,
      ownWords: ownWords.trim(),
    })),
    arrangements: draft.arrangements.map((kind) => ({ kind })),
  };
}

function hasWords({ serviceName, ownWords }: NeedWords): boolean {
  return Boolean(serviceName.trim() || ownWords.trim());
}
