import { type ClassReference, codeOf } from '../../services/classifications/codes.ts';
import type { Classes, Local, LocalText, Scheme } from '../../services/types.ts';
import type { Complain } from '../records.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../shapes.ts';
import { localListOf, localTextOf } from './texts.ts';

/** A service's or a general description's classes by code. Classes that the lists do not have are kept as terms, so that they are found. */
export function classesOf(item: Fields, complain: Complain): Classes {
  const terms: Local<string[]>[] = [namesOf(item.ontologyTerms), localListOf(item.keywords)];
  const codes = (scheme: Scheme, value: unknown) => {
    const found: string[] = [];
    for (const each of listOf(value).map(fieldsOf)) {
      const reference = referenceOf(each);
      const code = codeOf(scheme, reference);
      if (code) found.push(code);
      else {
        if (reference.code || reference.uri) complain('unknown-class', reference.code ?? reference.uri ?? undefined);
        terms.push(asTerms(reference.names ?? {}));
      }
    }
    return [...new Set(found)].sort();
  };
  return {
    lifeEvents: codes('life-event', item.lifeEvents),
    serviceClasses: codes('service-class', item.serviceClasses),
    targetGroups: codes('target-group', item.targetGroups),
    terms: joined(terms),
  };
}

function referenceOf(item: Fields): ClassReference {
  return { code: textOf(item.code) ?? null, uri: textOf(item.uri) ?? null, names: localTextOf(item.name) };
}

const namesOf = (value: unknown): Local<string[]> => joined(listOf(value).map((each) => asTerms(localTextOf(fieldsOf(each).name))));

const asTerms = (names: LocalText): Local<string[]> =>
  Object.fromEntries(Object.entries(names).map(([language, name]) => [language, [name]]));

function joined(lists: readonly Local<string[]>[]): Local<string[]> {
  const all: Local<string[]> = {};
  for (const list of lists)
    for (const [language, terms] of Object.entries(list)) {
      const code = language as keyof Local<string[]>;
      all[code] = [...new Set([...(all[code] ?? []), ...terms])];
    }
  return all;
}
