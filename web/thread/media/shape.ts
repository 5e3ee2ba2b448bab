interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest that a picture is in the conversation, and the smallest that can be pressed. */
const MOST: Size = { width: 280, height: 320 };
const LEAST = 64;
/** While nobody knows. */
const USUAL: Size = { width: 240, height: 180 };

/** The room that is kept for a picture before it is there, in CSS pixels. */
export function shapeOf({ width = 0, height = 0 }: { readonly width?: number | undefined; readonly height?: number | undefined }): Size {
  if (!(width > 0 && height > 0)) return USUAL;
  const share = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(LEAST, Math.round(width * share)), height: Math.max(LEAST, Math.round(height * share)) };
}
