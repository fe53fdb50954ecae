import { hash } from 'node:crypto';
import { Eta } from 'eta/core';
import { clean } from '../clean.ts';
import script from './client/main.ts?script';
import template from './page.eta?text';
import style from './style.css?text';

/** A sign for the browser's tab: two sheets, one over the other. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="2" y="2" width="8" height="10" rx="1.5" fill="#8fa7c8"/><rect x="6" y="4" width="8" height="10" rx="1.5" fill="#2c5c96"/></svg>`;

/**
 * A page around its data: all before it, all after it. The policy in it lets the browser run this one program and apply
 * this one style sheet, by their hashes, fetch nothing at all, and make no markup of text (Trusted Types).
 */
export function frame(title: string, summary: string): { readonly opening: string; readonly closing: string } {
  const policy = [
    "default-src 'none'",
    `script-src '${source(script)}'`,
    `style-src '${source(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const icon = `data:image/svg+xml,${encodeURIComponent(ICON)}`;
  const opening = new Eta().renderString(template, {
    title: clean(title),
    summary: clean(summary),
    policy,
    style,
    icon,
  });
  return { opening, closing: `<script>${script}</script>\n</body>\n</html>\n` };
}

/** As a policy names an inline script or style: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function source(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`;
}
