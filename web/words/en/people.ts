export const people = {};
export type PeopleWords = typeof people;
