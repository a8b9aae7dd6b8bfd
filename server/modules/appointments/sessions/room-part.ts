import { type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { tidied, type View } from '../../site/service.ts';

/** Where whoever has come to a meeting of many goes: '' where it has no room. */
export function roomPart(view: View, room: string): Html {
  const n = tidied(translator(view.variant, 'number'));
  return html`<section class="next-step stack"><p class="lede"><b>${room ? n('meeting.go', { room }) : n('meeting.ask')}</b></p><p>${n('meeting.straight')}</p></section>`;
}
