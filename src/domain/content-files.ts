import { type Content, isMedia, MEDIA_TYPES, type MediaType, type TemplateContent } from './content';

/** A file of the desk that a content names, and as what it goes out. */
export interface NamedFile {
  readonly type: MediaType;
  readonly mediaId: string;
  /** Where in the content it is named. */
  readonly path: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The files of ours that go along with a content: its own, or those that head a template. */
export function filesIn(content: Content): NamedFile[] {
  if (isMedia(content)) return [{ type: content.type, mediaId: content.mediaId, path: 'content.mediaId' }];
  return content.type === 'template' ? content.components.flatMap(filesOf) : [];
}

/** The content with its files called otherwise. */
export function renamed<C extends Content>(content: C, nameOf: (mediaId: string) => string): C {
  if (isMedia(content)) return { ...content, mediaId: nameOf(content.mediaId) };
  return content.type === 'template' ? { ...content, components: renamedIn(content, nameOf) } : content;
}

function filesOf(component: unknown, at: number): NamedFile[] {
  return parametersOf(component).flatMap((parameter, index) => {
    const type = MEDIA_TYPES.find((name) => name === parameter.type);
    const mediaId = type && objectOf(parameter[type]).mediaId;
    return type && typeof mediaId === 'string' ? [{ type, mediaId, path: `content.components.${at}.parameters.${index}` }] : [];
  });
}

function renamedIn({ components }: TemplateContent, nameOf: (mediaId: string) => string): unknown[] {
  return components.map((component) => {
    if (filesOf(component, 0).length === 0) return component;
    return { ...objectOf(component), parameters: parametersOf(component).map((parameter) => renamedParameter(parameter, nameOf)) };
  });
}

function renamedParameter(parameter: Json, nameOf: (mediaId: string) => string): Json {
  const type = String(parameter.type);
  const { mediaId, ...rest } = objectOf(parameter[type]);
  return typeof mediaId === 'string' ? { ...parameter, [type]: { ...rest, mediaId: nameOf(mediaId) } } : parameter;
}

const parametersOf = (component: unknown): Json[] => {
  const { parameters } = objectOf(component);
  return Array.isArray(parameters) ? parameters.map(objectOf) : [];
};

const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});
