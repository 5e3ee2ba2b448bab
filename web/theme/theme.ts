import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const relay = Array.from({ length: 10 }, (_, shade) => `var(--rd-accent-${shade})`) as unknown as MantineColorsTuple;

/** The desk's tokens as a Mantine theme, so that a component that nobody touched fits in. */
export const theme = createTheme({
  primaryColor: 'relay',
  colors: { relay },
  primaryShade: { light: 6, dark: 5 },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  fontSizes: { xs: '0.6875rem', sm: '0.75rem', md: '0.8125rem', lg: '0.875rem', xl: '1rem' },
  fontFamily: 'var(--rd-font)',
  fontFamilyMonospace: 'var(--rd-mono)',
  headings: { fontWeight: '600' },
  shadows: { sm: 'var(--rd-shadow-sm)', md: 'var(--rd-shadow-md)', lg: 'var(--rd-shadow-lg)' },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
});

const ours = {
  '--mantine-color-body': 'var(--rd-surface)',
  '--mantine-color-text': 'var(--rd-text)',
  '--mantine-color-dimmed': 'var(--rd-text-3)',
  '--mantine-color-default-border': 'var(--rd-line-strong)',
  '--mantine-color-placeholder': 'var(--rd-text-3)',
  '--mantine-color-error': 'var(--rd-danger)',
  '--mantine-color-anchor': 'var(--rd-accent-text)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });

/** The word that lets the theme's own style tags pass the page's policy; the server writes a new one into every page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
}

/** The scroll lock of Mantine's dialogs makes a style tag too, and looks for the word under the name that webpack gives it. */
export function lendStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
