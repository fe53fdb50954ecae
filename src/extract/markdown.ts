import type { Code, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdx } from 'micromark-extension-mdx';
import type { Reading, Refusal } from './extract.ts';
import { type FrontMatter, frontMatter, NO_FRONT_MATTER } from './frontMatter.ts';
import { htmlFragment } from './html.ts';
import { type ParagraphWriter, paragraphWriter } from './paragraphWriter.ts';
import { plainText } from './plainText.ts';

/**
 * What the parser is given at most; a text beyond is read as plain text. It is linear in the whole (1 MB of prose: 0.5 s,
 * of signs: 4 to 12 s), quadratic in one block without a blank line (20,000 brackets: 0.1 s, 256,000: 25 s) and in the
 * depth of quotes and lists (64 deep: 1 s for 28 KB; 8,000 deep: the stack overflows).
 */
const MAX_LENGTH = 1_000_000;
const MAX_BLOCK = 20_000;
const TOO_DEEP = /^(?:(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){32}|[ \t]{200,}(?:[-*+>]|\d{1,9}[.)])[ \t])/m;

const FRONT_MATTER: ('yaml' | 'toml')[] = ['yaml', 'toml'];

/**
 * Reads Markdown (CommonMark and GitHub's extensions) or MDX. Headings, list items, table rows, code blocks and
 * paragraphs are paragraphs; link targets, images but for their alternative text, tags, expressions and components'
 * attributes are dropped. MDX that does not parse is read as Markdown, what does not parse as Markdown as plain text.
 */
export function markdown(text: string, isMdx: boolean): Reading | Refusal {
  if (text.length <= MAX_LENGTH && longestBlock(text) <= MAX_BLOCK && !TOO_DEEP.test(text)) {
    for (const withMdx of isMdx ? [true, false] : [false]) {
      try {
        return readTree(text, parse(text, withMdx));
      } catch {
        // no MDX, or so deep that the stack ends: the next reader takes it
      }
    }
  }
  return { text, paragraphs: plainText(text), metadata: {} };
}

function parse(text: string, withMdx: boolean): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(FRONT_MATTER), ...(withMdx ? [mdx()] : [])],
    mdastExtensions: [
      gfmFromMarkdown(),
      frontmatterFromMarkdown(FRONT_MATTER),
      ...(withMdx ? [mdxFromMarkdown()] : []),
    ],
  });
}

function readTree(text: string, root: Root): Reading | Refusal {
  const [first] = root.children;
  // mdast types know YAML only; the extension makes TOML nodes of the same shape
  const kind = first === undefined ? '' : (first.type as string);
  const isFrontMatter = kind === 'yaml' || kind === 'toml';
  const said: FrontMatter = isFrontMatter ? frontMatter(kind, (first as { value: string }).value) : NO_FRONT_MATTER;
  if (said.disabled) return { reason: 'disabled', detail: 'its front matter says dedupe: false' };

  const writer = paragraphWriter(text);
  for (const node of root.children) write(node, writer);
  writer.end();
  return { text, paragraphs: writer.paragraphs, metadata: said.metadata };
}

function write(node: Nodes, writer: ParagraphWriter): void {
  const start = node.position?.start.offset ?? 0;
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      writer.text(node.value, start);
      return;
    case 'image':
    case 'imageReference':
      writer.text(node.alt ?? '', start);
      return;
    case 'break':
      writer.end();
      return;
    case 'code':
      writer.end();
      writer.text(isFenced(node) ? `\n${node.value}` : node.value, start);
      writer.end();
      return;
    case 'html':
      writeHtml(node.value, start, writer);
      return;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      writer.comment(node.value.replace(/^\/\*|\*\/$/g, ''));
      return;
    case 'paragraph':
    case 'heading':
    case 'tableRow':
      writer.end();
      if (!isModuleLine(node)) writeChildren(node.children, writer);
      writer.end();
      return;
    case 'tableCell':
      writeChildren(node.children, writer);
      writer.text(' ', node.position?.end.offset ?? start);
      return;
    default:
      if ('children' in node) writeChildren(node.children, writer);
  }
}

function writeChildren(nodes: readonly Nodes[], writer: ParagraphWriter): void {
  for (const node of nodes) write(node, writer);
}

/** A comment, a tag, or a block of HTML with text of its own. */
function writeHtml(value: string, start: number, writer: ParagraphWriter): void {
  const comment = /^<!--([^>]{0,100})-->$/.exec(value.trim());
  if (comment !== null) writer.comment(comment[1] as string);
  else if (/^<br\s*\/?>$/i.test(value)) writer.end();
  else htmlFragment(value, start, writer);
}

/** A fenced block's text begins a line below its place. */
function isFenced({ position, value }: Code): boolean {
  return position !== undefined && position.end.line - position.start.line >= value.split('\n').length;
}

/** `import X from 'y'` and `export const ...`, which MDX allows between paragraphs. */
function isModuleLine(node: Nodes): boolean {
  if (node.type !== 'paragraph' || node.children[0]?.type !== 'text') return false;
  return /^(?:import\s[^\n]{0,500}\bfrom\s*['"]|import\s*['"]|export\s+(?:default|const|let|function)\s)/.test(
    node.children[0].value,
  );
}

/** Length of the longest stretch without a blank line. */
function longestBlock(text: string): number {
  let longest = 0;
  let start = 0;
  for (const { index, 0: match } of text.matchAll(/\n[ \t]*\r?\n/g)) {
    longest = Math.max(longest, index - start);
    start = index + match.length;
  }
  return Math.max(longest, text.length - start);
}
