import { closed } from './closed.ts';
import { forAuthorities } from './for-authorities.ts';
import { forCustomers } from './for-customers.ts';
import { housing } from './housing.ts';
import { neighbours } from './neighbours.ts';
import { ourTurn } from './our-turn.ts';
import { questions } from './questions.ts';
import { reception } from './reception.ts';
import { swedish } from './swedish.ts';
import type { DemoMatter } from './types.ts';
import { untaken } from './untaken.ts';

export const demoMatters: DemoMatter[] = [
  ...housing,
  ...ourTurn,
  ...forCustomers,
  ...forAuthorities,
  ...closed,
  ...untaken,
  ...reception,
  ...swedish,
  ...questions,
  ...neighbours,
];
