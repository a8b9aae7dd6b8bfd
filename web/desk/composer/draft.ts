import type { Channel, Identification } from '../../../server/modules/matters/contacts/schema.ts';
import type { AttachedFile, MessageInput } from '../../../server/modules/matters/messages/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import type { GivenHow } from '../../../server/modules/matters/sharing/rules.ts';
import type { useDraft } from './use-draft.ts';

/** Everything a composer holds, so that it comes back whole. */
export type MatterDraft = {
  tab: 'message' | 'note' | 'contact' | 'ask';
  message: string;
  channel: MessageInput['channel'];
  language: string;
  sensitivity: 'normal' | 'secret';
  instruction: boolean;
  files: AttachedFile[];
  requestId: string | null;
  note: string;
  noteSensitivity: 'normal' | 'secret';
  contact: string;
  contactChannel: Channel;
  contactDirection: 'in' | 'out';
  contactIdentification: Identification;
  contactStartedAt: string | null;
  contactGoesOn: boolean;
  askNeedId: string | null;
  askUnitId: string | null;
  /** The one of the unit who is asked; null: all of it. */
  askPersonId: string | null;
  askTitle: string;
  ask: string;
  askWaiting: boolean;
  askDirects: boolean;
  askBasis: 'consent' | 'law' | null;
  askGround: string;
  askHow: GivenHow | null;
  askLanguage: string;
};

export type DraftOf<Body extends Record<string, unknown>> = ReturnType<typeof useDraft<Body>>;

/** Channel and language as the customer wishes, as far as they can be reached there. */
export function emptyDraft(page: MatterPage): MatterDraft {
  const openNeeds = page.needs.filter((need) => !need.outcome && need.state !== 'dropped');
  return {
    tab: 'message',
    message: '',
    channel: channelFor(page),
    language: page.language,
    sensitivity: 'normal',
    instruction: false,
    files: [],
    requestId: null,
    note: '',
    noteSensitivity: 'normal',
    contact: '',
    contactChannel: 'phone',
    contactDirection: 'in',
    contactIdentification: 'none',
    contactStartedAt: null,
    contactGoesOn: false,
    askNeedId: openNeeds.length === 1 ? (openNeeds[0]?.id ?? null) : null,
    askUnitId: null,
    askPersonId: null,
    askTitle: '',
    ask: '',
    askWaiting: false,
    askDirects: false,
    askBasis: null,
    askGround: '',
    askHow: null,
    askLanguage: page.language,
  };
}

/** The way the customer wished or came by, where they can be reached by it; the page behind their link is there for everybody. */
function channelFor({ customer, openedChannel }: MatterPage): MessageInput['channel'] {
  const ways = { email: Boolean(customer.email), letter: Boolean(customer.street), phone: true, counter: true, link: true };
  const wish = customer.contactWish === 'visit' ? 'counter' : customer.contactWish;
  const wanted = [wish, customer.email ? 'email' : null, openedChannel] as (keyof typeof ways | null)[];
  return wanted.find((way) => way && ways[way]) ?? 'link';
}

/** What stays when one part has gone: the other parts, and how one wrote. */
export function without(draft: MatterDraft, gone: MatterDraft['tab']): Partial<MatterDraft> {
  if (gone === 'message') return { ...draft, message: '', files: [], requestId: null, instruction: false };
  if (gone === 'note') return { ...draft, note: '' };
  if (gone === 'contact') return { ...draft, contact: '', contactStartedAt: null, contactGoesOn: false, contactIdentification: 'none' };
  return {
    ...draft,
    ask: '',
    askTitle: '',
    askUnitId: null,
    askPersonId: null,
    askBasis: null,
    askGround: '',
    askHow: null,
    askWaiting: false,
    askDirects: false,
  };
}

export function isEmpty({ message, note, contact, ask, askTitle, files }: MatterDraft): boolean {
  return !message && !note && !contact && !ask && !askTitle && files.length === 0;
}
