import QRCode from 'qrcode';
import { dayOf } from '../../../platform/clock/day.ts';
import { formatDate } from '../../../platform/clock/format.ts';
import { html, trusted } from '../../../platform/http/html.ts';
import { drawSheet, logo, telephone, type View } from '../../site/service.ts';
import { invitationWords } from './pages/page.ts';
import { sayCode } from './secrets.ts';

export type Sheet = { code: string; deadline: Temporal.Instant; message: string; publicUrl: string };

/** An invitation for who has no e-mail: it names no authority and not what it is about, but for what the inviter has written. */
export async function invitationSheet(view: View, { code, deadline, message, publicUrl }: Sheet): Promise<string> {
  const i = invitationWords(view);
  const day = formatDate(dayOf(deadline).subtract({ days: 1 }), view.locale, dayOf(view.now));
  const drawing = await QRCode.toString(`${publicUrl}/b/i/${code}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
  const address = `${publicUrl.replace(/^https?:\/\//, '')}/book/invitation`;
  return drawSheet(view, {
    title: i('paper.title'),
    // The desk prints it: no commands of its own.
    bar: html``,
    main: html`<main class="letter stack">${logo('Polku')}<h1>${i('paper.heading')}</h1><p><b>${i('paper.until', { day })}</b></p>
${message && html`<div class="words">${message}</div>`}
<p>${i('paper.web')}<br><b class="secret-link">${address}</b></p><div class="qr">${trusted(drawing)}</div>
<p>${i('paper.code')}<br><b class="code">${sayCode(code)}</b></p>
<p>${view.help ? html`${i('paper.call')} ${telephone(view.help.number)}` : i('paper.come')}</p><p class="small">${i('paper.keep')}</p></main>`,
  });
}
