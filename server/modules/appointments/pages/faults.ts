import type { FieldFault } from '../../site/service.ts';

/** What is wrong in a form that asks who comes, with the words for it. */
export function faultsOf(form: { name: string; email: string; phone: string }, fields: readonly string[]): FieldFault[] {
  const none = form.email.trim() === '' && form.phone.trim() === '';
  return [...new Set(fields)].map((field) => ({
    field,
    code: field === 'name' ? 'name-needed' : field === 'email' && none ? 'email-or-phone' : field,
  }));
}
