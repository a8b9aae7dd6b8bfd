import { type PackageContent, PackageContent as shape } from '../../../../server/modules/knowledge/packages/schema.ts';

/** In Finnish, Swedish, English and plain Finnish. */
export type Four = [fi: string, sv: string, en: string, plain: string];

/** `event`: code of a national life event. */
export type DemoPackage = { event: string; title: Four; intro: Four; steps: DemoStep[] };

/** `service`: key of the service it is done in; its provider is with whom. `days`: from the day of the event. */
export type DemoStep = { title: Four; note?: Four; service?: string; channel?: 'web' | 'phone' | 'counter' | 'letter'; days?: number };

export type Where = {
  serviceId: (service: string) => string;
  /** Null where the provider is none of the region's own. */
  organisationId: (service: string) => string | null;
};

export function contentOf({ title, intro, steps }: DemoPackage, { serviceId, organisationId }: Where): PackageContent {
  return shape.parse({
    texts: said(({ at }) => ({ title: title[at], intro: intro[at] })),
    steps: steps.map(({ title, note, service, channel, days }) => ({
      texts: said(({ at }) => ({ title: title[at], note: note?.[at] ?? '' })),
      serviceId: service ? serviceId(service) : null,
      organisationId: service ? organisationId(service) : null,
      channel: channel ?? null,
      deadlineDays: days ?? null,
    })),
  });
}

function said<T>(of: (language: { at: 0 | 1 | 2 | 3 }) => T) {
  return { fi: of({ at: 0 }), sv: of({ at: 1 }), en: of({ at: 2 }), plain: of({ at: 3 }) };
}
