import type { Relation } from '../../../model/match.ts';
import { percent, probability } from '../../wording.ts';
import type { PageArticle } from '../pageData.ts';
import { h } from './h.ts';
import { visible } from './visible.ts';

export const RELATION_NAMES: Readonly<Record<Relation, string>> = {
  identical: 'identical',
  'near-copy': 'near-copy',
  excerpt: 'excerpt',
  rewrite: 'rewrite',
};

/** What a score of each relation is of. */
export const SCORE_NAMES: Readonly<Record<Relation, string>> = {
  identical: 'the same words',
  'near-copy': 'of 5-word phrases shared',
  excerpt: 'of the shorter one held',
  rewrite: 'probability',
};

/** A score as a person reads it: "83 %", "0.97". */
export function scoreText(relation: Relation, score: number): string {
  return relation === 'rewrite' ? probability(score) : percent(score);
}

/** What an article is called: by its title, else by the last part of its path. */
export function nameOf([path, , title]: PageArticle): string {
  return visible(title?.trim() || (path.split('/').at(-1) as string));
}

/** A relation with its score. */
export function badge(relation: Relation, score: number): HTMLElement {
  const figure = relation === 'identical' ? null : h('span', { class: 'figure' }, scoreText(relation, score));
  return h('span', { class: `badge ${relation}` }, RELATION_NAMES[relation], figure);
}
