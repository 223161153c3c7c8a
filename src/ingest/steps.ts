export { finish, part, STRETCH, type Steps } from '../base/steps.ts';
