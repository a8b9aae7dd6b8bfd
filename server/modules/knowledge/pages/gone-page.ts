import { html } from '../../../platform/http/html.ts';
import { drawPage, icon } from '../../site/service.ts';
import type { Successor } from './queries.ts';
import { inWords, named, type Reader } from './reader.ts';
import { waysOn } from './ways-on.ts';

/** For a service or a place that was withdrawn: that it is no more, what there is instead, and whom to ask. */
export function gonePage(reader: Reader, what: 'service' | 'place', instead: Successor | undefined): string {
  const { t, view } = reader;
  const title = t(`gone.${what}`);
  return drawPage(view, {
    title,
    private: true,
    main: html`<div class="stack narrow"><h1>${title}</h1>
${instead && html`<p>${t('gone.instead')} <a class="text-link" href="/${what}s/${instead.id}">${inWords(named(reader, instead.names))} ${icon('arrow')}</a></p>`}
<p>${t('gone.how')}</p><p><a class="button" href="/">${view.t('problem.home')}</a></p></div>
${waysOn(reader)}`,
  });
}
