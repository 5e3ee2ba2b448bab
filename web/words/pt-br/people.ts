import type { PeopleWords } from '../en/people';

export const people: PeopleWords = {};
