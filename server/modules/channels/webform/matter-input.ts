import type { z } from 'zod';
import type { MatterInput } from '../../matters/schema.ts';
import type { ContactForm } from './schema.ts';

/** `readIn`: the language the form was read in; `wishes`: how and when to answer, in words for the advisor. */
export type Around = { readIn: string; wishes: string; sender?: Sender | undefined };

/** Who has signed in to send it, and whose matter it becomes: another's when they act for somebody. */
export type Sender = { customerId: string; identification: 'strong' | 'mandate' };

/**
 * A form without faults as the matter it opens. Nobody is identified by what they write of themselves (M13); of whoever has signed in,
 * what they are called and how they are reached is known, and what a form says of it is left out.
 */
export function matterInputOf(form: ContactForm, { readIn, wishes, sender }: Around): z.input<typeof MatterInput> {
  const words = form.message.trim();
  const language = form.language || (readIn.split('-')[0] as string);
  return {
    language,
    ...(sender ? { customerId: sender.customerId } : { customer: unknownSender(form, language) }),
    contact: {
      channel: 'web',
      identification: sender?.identification ?? (isNamed(form) ? 'claimed' : 'none'),
      summary: wishes,
    },
    needs: [{ ownWords: words.slice(0, 4000) }],
    arrangements: form.arrangements.map((kind) => ({ kind, legalGround: 'consent' })),
    actingFor: !sender && form.actingFor.trim() ? { name: form.actingFor.trim(), ground: form.actingGround as 'other' } : null,
  };
}

function unknownSender(form: ContactForm, language: string) {
  return {
    givenName: form.givenName.trim(),
    familyName: form.familyName.trim(),
    language: language as 'fi',
    email: form.email.trim() || null,
    phone: form.phone.trim() || null,
    contactWish: (form.wish || null) as 'email' | 'phone' | 'visit' | 'link' | null,
  };
}

const isNamed = ({ givenName, familyName, email, phone }: ContactForm): boolean =>
  [givenName, familyName, email, phone].some((field) => field.trim() !== '');
