import type { z } from 'zod';
import type { MatterInput } from '../../matters/schema.ts';
import type { ContactForm } from './schema.ts';

/** `readIn`: the language the form was read in; `wishes`: how and when to answer, in words for the advisor. */
export type Around = { readIn: string; wishes: string };

/** A form without faults as the matter it opens. Nobody is identified by what they write of themselves (M13). */
export function matterInputOf(form: ContactForm, { readIn, wishes }: Around): z.input<typeof MatterInput> {
  const words = form.message.trim();
  const language = form.language || (readIn.split('-')[0] as string);
  const named = form.givenName.trim() !== '' || form.familyName.trim() !== '' || form.email.trim() !== '' || form.phone.trim() !== '';
  return {
    language,
    customer: {
      givenName: form.givenName.trim(),
      familyName: form.familyName.trim(),
      language,
      email: form.email.trim() || null,
      phone: form.phone.trim() || null,
      contactWish: (form.wish || null) as 'email' | 'phone' | 'visit' | 'link' | null,
    },
    contact: { channel: 'web', identification: named ? 'claimed' : 'none', summary: wishes },
    needs: [{ ownWords: words.slice(0, 4000) }],
    arrangements: form.arrangements.map((kind) => ({ kind, legalGround: 'consent' })),
    actingFor: form.actingFor.trim() ? { name: form.actingFor.trim(), ground: form.actingGround as 'other' } : null,
  };
}
