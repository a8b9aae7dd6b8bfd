import { html } from '../../../platform/http/html.ts';
import { drawPage, icon } from '../../site/service.ts';
import type { PlaceView } from '../services/types.ts';
import { inWords, nameOf, onlyIn, type Reader } from './reader.ts';
import { rowOf, serviceLinks } from './rows.ts';
import { waysOfService } from './ways.ts';

/** An e-service or a form that was found by its own name: how to use it, the other ways, and what it is for. */
export function channelPage(reader: Reader, channel: PlaceView): string {
  const { t, view } = reader;
  const name = nameOf(reader, channel.texts);
  return drawPage(view, {
    title: name?.text ?? '',
    main: html`<a class="text-link crumb" href="/">${icon('back')} ${t('service.home')}</a>
<div class="stack narrow"><h1>${inWords(name)}</h1>${onlyIn(reader, name)}</div>
<div class="split"><div class="stack wide-gap">${waysOfService(reader, [{ ...channel, note: {} }])}</div>
${channel.services.length > 0 && html`<section class="panel stack" aria-labelledby="services"><h2 id="services">${t('channel.services')}</h2>${serviceLinks(channel.services.map((line) => rowOf(reader, line)))}</section>`}</div>`,
  });
}
