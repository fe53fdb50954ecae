import { h } from './h.ts';

const THEMES = ['auto', 'light', 'dark'] as const;

/** Light, dark, or as the system has it; remembered where the browser lets a page remember anything. */
export function themeSwitch(): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': 'Colour theme', change: () => apply(select.value) },
    THEMES.map((theme) =>
      h('option', { value: theme }, theme === 'auto' ? 'System theme' : `${theme[0]?.toUpperCase()}${theme.slice(1)}`),
    ),
  );
  select.value = remembered();
  apply(select.value);
  return select;
}

function apply(theme: string): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem('dedupe-theme', theme);
  } catch {
    // A page from a file may have no storage: the choice then lasts as long as the page.
  }
}

function remembered(): string {
  try {
    const theme = localStorage.getItem('dedupe-theme');
    return THEMES.find((known) => known === theme) ?? 'auto';
  } catch {
    return 'auto';
  }
}
