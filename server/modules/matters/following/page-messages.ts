import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { type FieldFault, faultAt, faultSummary, hiddenFields, icon, momentWords, type View } from '../../site/service.ts';
import type { FollowPage } from './schema.ts';

export type Writing = {
  /** Form token and idempotency key of the forms on the page. */
  token: string;
  once: string;
  /** Kept when the form is shown again. */
  message: string;
  errors: FieldFault[];
  /** When we would answer something written now. */
  answerBy: string | null;
};

/** What a page for those who have been identified adds: whether others are told only then, and who wrote when it was not the reader. */
type Message = FollowPage['messages'][number] & { secret?: boolean; writer?: string | null };

/** @param place the address of the page whose messages these are */
export function messageList(view: View, messages: Message[], place = '/a'): Html {
  if (messages.length === 0) return html`<p class="quiet">${view.t('follow.noMessages')}</p>`;
  return html`<ul class="rows messages">${messages.toReversed().map((message) => (message.body === null ? secretRow(view, message) : row(view, message, message.body, place)))}</ul>`;
}

/** What it is about is told at a desk after identification, never by a link (M13). */
function secretRow(view: View, { at, told }: Message): Html {
  const { t } = view;
  return html`<li class="secret">${icon('lock')}<div><p><b>${told ? t('follow.secretTold') : t('follow.secret')}</b></p>
<p class="quiet small">${momentWords(view, at)}</p>${!told && html`<p>${t('follow.secretHow')}</p>`}</div></li>`;
}

function row(view: View, { id, from, at, files, secret, writer }: Message, body: string, place: string): Html {
  const { t } = view;
  return html`<li><p><b>${from === 'you' ? (writer ?? t('follow.you')) : t('follow.us')}</b> <span class="quiet small">${momentWords(view, at)}</span></p>
${secret && html`<p class="state quiet small">${icon('lock')} ${t('follow.protected')}</p>`}
<p class="words">${from === 'us' ? withLinks(body) : body}</p>
${files.length > 0 && html`<ul class="files">${files.map((file) => html`<li><a class="text-link" href="${place}/messages/${id}/files/${file.id}" download>${icon('paper')} <span>${file.name} <small class="quiet nowrap">${sizeWords(view, file.size)}</small></span></a></li>`)}</ul>`}</li>`;
}

/** Addresses that staff write can be followed; what the customer wrote is only shown. */
function withLinks(body: string): Html[] {
  return body
    .split(/(https:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}" rel="noopener noreferrer">${part}</a>` : html`${part}`));
}

export function sizeWords({ locale }: Pick<View, 'locale'>, bytes: number): string {
  const [unit, amount] = bytes >= 1_000_000 ? ['megabyte', bytes / 1_000_000] : ['kilobyte', Math.max(1, bytes / 1000)];
  const language = locale === 'en' ? 'en-GB' : `${locale}-FI`;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: unit as string,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(amount as number);
}

export function writeForm(view: View, { token, once, message, errors, answerBy }: Writing, place = '/a'): Html {
  const { t } = view;
  const [text, files] = [faultAt(view, errors, 'message'), faultAt(view, errors, 'files')];
  return html`<form class="stack" method="post" action="${place}/messages" enctype="multipart/form-data" novalidate>
${hiddenFields(token, once)}
${faultSummary(view, errors)}
<div class="field"><label for="message">${t('follow.write')}</label>
<p class="hint small" id="message-hint">${answerBy && `${t('follow.answerBy', { when: momentWords(view, answerBy) })} `}${place === '/a' ? t('form.noSecrets') : t('form.safe')}</p>
${text.shown}
<textarea class="input" id="message" name="message" rows="4"${attributes({ ...text.marks('message-hint') })}>
${message}</textarea></div>
<div class="field"><label for="files">${t('form.files')}</label>
<p class="hint small" id="files-hint">${t('form.filesHint')}</p>
${files.shown}
<input class="input" type="file" id="files" name="files" multiple${attributes({ ...files.marks('files-hint') })}></div>
<p class="buttons"><button class="button second wide-phone" type="submit">${t('form.send')}</button></p></form>`;
}
