import type { Columns } from './columns.ts';

/**
 * Makes linked sentences follow each other: pointing at one, or moving to it by keyboard, lights it and what answers it
 * up; choosing it brings the answer into view.
 *
 * Arrows up and down go through one column, left and right to the answer; one sentence at a time is in the tab order.
 */
export function follow(columns: Columns, lines: SVGElement, tell: (text: string) => void): void {
  const { element } = columns;
  let lit: number | null = null;

  const partsOf = (link: number): Element[] => [
    ...(columns.sentences.a.get(link) ?? []),
    ...(columns.sentences.b.get(link) ?? []),
    ...lines.querySelectorAll(`.line-${link}`),
  ];
  const light = (link: number | null): void => {
    if (link === lit) return;
    if (lit !== null) for (const part of partsOf(lit)) part.classList.remove('lit');
    if (link !== null) for (const part of partsOf(link)) part.classList.add('lit');
    lit = link;
  };
  const enter = (sentence: HTMLElement): void => {
    for (const other of element.querySelectorAll('.linked[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    sentence.setAttribute('tabindex', '0');
    sentence.focus({ preventScroll: true });
    sentence.scrollIntoView({ block: 'nearest' });
  };

  element.addEventListener('pointerover', (event) => light(linkAt(event.target) ?? linkAt(document.activeElement)));
  element.addEventListener('pointerleave', () => light(linkAt(document.activeElement)));
  element.addEventListener('focusin', (event) => {
    const link = linkAt(event.target);
    light(link);
    if (link === null) return;
    const other = sideAt(event.target) === 'a' ? 'b' : 'a';
    const answer =
      columns.sentences[other]
        .get(link)
        ?.map((part) => part.textContent)
        .join(' ') ?? '';
    tell(
      `Answered in ${other.toUpperCase()}, ${Math.floor((columns.links[link]?.similarity ?? 0) * 100)} % alike: ${answer.slice(0, 300)}`,
    );
  });
  element.addEventListener('focusout', () => light(null));

  const bringAnswer = (from: HTMLElement): void => {
    const link = linkAt(from);
    const other = sideAt(from) === 'a' ? 'b' : 'a';
    const answer = link === null ? undefined : columns.sentences[other].get(link)?.[0];
    answer?.scrollIntoView({ block: 'center', behavior: isCalm() ? 'auto' : 'smooth' });
  };
  element.addEventListener('click', (event) => {
    const sentence = sentenceAt(event.target);
    if (!sentence || document.getSelection()?.isCollapsed === false) return;
    enter(sentence);
    bringAnswer(sentence);
  });
  element.addEventListener('keydown', (event) => {
    const sentence = sentenceAt(event.target);
    if (!sentence) return;
    const to = destination(columns, sentence, event.key);
    if (to) enter(to);
    else if (event.key === 'Enter' || event.key === ' ') bringAnswer(sentence);
    else return;
    event.preventDefault();
  });
}

/** Puts the first linked sentence into the tab order, if none is. */
export function offerFirst({ element }: Columns): void {
  if (!element.querySelector('.linked[tabindex="0"]')) element.querySelector('.linked')?.setAttribute('tabindex', '0');
}

function destination(columns: Columns, sentence: HTMLElement, key: string): HTMLElement | undefined {
  const side = sideAt(sentence);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const target = key === 'ArrowLeft' ? 'a' : 'b';
    return target === side ? undefined : columns.sentences[target].get(linkAt(sentence) ?? -1)?.[0];
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const all = [...columns.element.querySelectorAll<HTMLElement>(`.cell.${side} .linked`)];
  return all[all.indexOf(sentence) + (key === 'ArrowDown' ? 1 : -1)];
}

function sentenceAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.linked') : null;
}

function linkAt(target: EventTarget | null): number | null {
  const link = sentenceAt(target)?.dataset.link;
  return link === undefined ? null : Number(link);
}

function sideAt(target: EventTarget | null): 'a' | 'b' {
  return target instanceof Element && target.closest('.cell.b') ? 'b' : 'a';
}

function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
