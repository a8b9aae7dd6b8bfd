export { type FieldFault, faultAt, faultSummary, hiddenFields } from './form-parts.ts';
export { type Directory, type FrontUnit, MAIN_FORM, unitOfForm } from './forms.ts';
export { drawPage, drawSheet, type Page, telephone } from './frame.ts';
export { clockTime, todayAt, weekOf } from './hours.ts';
export { type IconName, icon, logo } from './icons.ts';
export { localeOf, rememberWish, variantFor } from './language.ts';
export { dayWords, fullStop, momentWords } from './moments.ts';
export { problemPage } from './problem-page.ts';
export { bareView, type Help, type SiteDeps, tidied, type View, viewFor } from './view.ts';
