import type { ListSection } from '../../../src/domain/content';

type Sections = readonly ListSection[];

/** One section more. Several need a heading each, so those without one are given one. */
export const withSection = (sections: Sections, heading: (place: number) => string): Sections => [
  ...sections.map((section, at) => (section.title?.trim() ? section : { ...section, title: heading(at + 1) })),
  { title: heading(sections.length + 1), rows: [{ id: '', title: '' }] },
];

export const withHeading = (sections: Sections, at: number, title: string): Sections =>
  sections.map((section, place) => (place === at ? { ...section, title } : section));

export const withRows = (sections: Sections, at: number, rows: ListSection['rows']): Sections =>
  sections.map((section, place) => (place === at ? { ...section, rows } : section));

export const withoutSection = (sections: Sections, at: number): Sections => sections.filter((_, place) => place !== at);
