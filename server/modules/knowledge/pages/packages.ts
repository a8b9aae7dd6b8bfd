import type { Db } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { hasText } from '../../../platform/i18n/translator.ts';
import { nameIn } from '../../directory/service.ts';
import type { Directory } from '../../site/service.ts';
import { packageOfKey, packagesInUse } from '../packages/queries.ts';
import type { PackageContent } from '../packages/schema.ts';
import { fieldOf, told } from '../services/languages.ts';
import { listClasses, servicesOfLifeEvent } from '../services/service.ts';
import type { LocalText, Told } from '../services/types.ts';
import { named, type Reader } from './reader.ts';
import { byName, type Row, rowOf } from './rows.ts';

/** `code`: of a national life event, or the id of a package of the region's own. */
export type LifeEvent = { code: string; parentCode: string | null; name: Told | null };

export type Step = { title: Told | null; note: Told | null; with: string | null; serviceId: string | null; deadlineDays: number | null };

/** What may help in a situation. `parts`: narrower situations; `steps`: what to do, in this order; `services`: what else there is. */
export type Package = { event: LifeEvent; intro: Told | null; parts: LifeEvent[]; steps: Step[]; services: Row[] };

/** The national life events, then the region's own. */
export async function lifeEvents(db: Db, reader: Reader): Promise<LifeEvent[]> {
  const [national, packages] = [await listClasses(db, 'life-event'), await packagesInUse(db)];
  const titles = new Map(packages.map(({ id, lifeEvent, content }) => [lifeEvent ?? id, titleOf(reader, content)]));
  const own = packages.filter(({ lifeEvent }) => lifeEvent === null);
  return [
    ...national.map(({ code, names, parentCode }) => ({
      code,
      parentCode,
      name: ownTitle(titles.get(code), names) ?? nameOfEvent(reader, code, names),
    })),
    ...own.map(({ id }) => ({ code: id, parentCode: null, name: titles.get(id) ?? null })),
  ];
}

/** @throws NotFound for a code no life event and no package has */
export async function readPackage(db: Db, reader: Reader, code: string, directory: Directory): Promise<Package> {
  const events = await lifeEvents(db, reader);
  const event = events.find((each) => each.code === code);
  if (!event) throw new NotFound();
  const content = (await packageOfKey(db, code))?.content;
  const steps = content?.steps.map((step) => stepOf(reader, step, directory)) ?? [];
  const lines = await servicesOfLifeEvent(db, code);
  return {
    event,
    intro: content ? told(fieldOf(content.texts, 'intro'), reader.wanted) : null,
    parts: events.filter(({ parentCode }) => parentCode === code),
    steps,
    services: lines
      .filter(({ id }) => !steps.some(({ serviceId }) => serviceId === id))
      .map((line) => rowOf(reader, line))
      .toSorted(byName(reader)),
  };
}

/** As people say it of themselves ("Muutan"); the classification's own name for those that came later. */
export function nameOfEvent(reader: Reader, code: string, names: LocalText): Told | null {
  const key = `life.${code.replaceAll('.', '-')}`;
  if (hasText(reader.view.variant, 'pages', key)) return { text: reader.t(key), language: reader.wanted, borrowed: false };
  return named(reader, names);
}

/** What the region calls a life event otherwise than the classification does. */
function ownTitle(title: Told | null | undefined, names: LocalText): Told | null {
  return title && !Object.values(names).includes(title.text) ? title : null;
}

const titleOf = ({ wanted }: Reader, content: PackageContent): Told | null => told(fieldOf(content.texts, 'title'), wanted);

function stepOf({ wanted, view }: Reader, step: PackageContent['steps'][number], { organisations }: Directory): Step {
  const organisation = organisations.find(({ id }) => id === step.organisationId);
  return {
    title: told(fieldOf(step.texts, 'title'), wanted),
    note: told(fieldOf(step.texts, 'note'), wanted),
    with: organisation ? nameIn(organisation.name, view.locale) : null,
    serviceId: step.serviceId,
    deadlineDays: step.deadlineDays,
  };
}
