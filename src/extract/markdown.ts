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
import { lineStarts } from './lineStarts.ts';
import { withMisread } from './metadata.ts';
import { type ParagraphWriter, paragraphWriter } from './paragraphWriter.ts';
import { plainText } from './plainText.ts';

/**
 * What the parser is given at most; a text beyond is read as plain text. It is linear in the whole (1 MB of prose: 0.5 s),
 * but not in one block without a blank line (20,000 brackets: 0.1 s, 256,000: 25 s; nested emphasis of 2,000 asterisks:
 * 0.5 s, of 6,000: 4.5 s), nor in the depth of quotes and lists (64 deep: 1 s for 28 KB; 8,000 deep: the stack
 * overflows), nor in the depth of components (1,000 deep: 0.3 s, 5,000: 4.7 s).
 */
const MAX_LENGTH = 1_000_000;
const MAX_BLOCK = 20_000;
const MAX_BLOCK_SIGNS = 1000;
const MAX_TAGS = 2000;
const MAX_DEPTH = 32;
const MAX_INDENT = 200;

/** Emphasis, links and components nest in the tree too; none of it deeper than this is written by hand. */
const MAX_TREE_DEPTH = 500;

/** An import statement shows itself within so many code units. */
const MAX_STATEMENT = 500;

const FRONT_MATTER: ('yaml' | 'toml')[] = ['yaml', 'toml'];

/**
 * Reads Markdown (CommonMark and GitHub's extensions) or MDX. Headings, list items, table rows, code blocks and
 * paragraphs are paragraphs; link targets, images but for their alternative text, tags, expressions and components'
 * attributes are dropped. MDX that does not parse is read as Markdown, what does not parse as Markdown as plain text.
 */
export function markdown(text: string, isMdx: boolean): Reading | Refusal {
  const readers = isParsable(text) ? [...(isMdx && countOf(text, /</g) <= MAX_TAGS ? [true] : []), false] : [];
  for (const withMdx of readers) {
    try {
      return readTree(text, parse(text, withMdx));
    } catch {
      // no MDX, or nested deeper than anybody writes: the next reader takes it
    }
  }
  return { text, paragraphs: plainText(text), metadata: {} };
}

function parse(text: string, withMdx: boolean): Root {
  return fromMarkdown(text, {
    extensions: [gfm(), frontmatter(FRONT_MATTER), ...(withMdx ? [mdx()] : [])],
    mdastExtensions: [
      // without its search for bare URLs: it makes nodes that don't know their place
      ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
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
  for (const node of root.children) write(node, text, writer, 0);
  writer.end();
  return { text, paragraphs: writer.paragraphs, metadata: withMisread(said.metadata, writer.misread) };
}

function write(node: Nodes, source: string, writer: ParagraphWriter, depth: number): void {
  if (depth > MAX_TREE_DEPTH) throw new RangeError('nested too deep');
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
      if (node.type !== 'paragraph' || !isModule(source, start)) writeChildren(node.children, source, writer, depth);
      writer.end();
      return;
    case 'tableCell':
      writeChildren(node.children, source, writer, depth);
      writer.text(' ', node.position?.end.offset ?? start);
      return;
    default:
      if ('children' in node) writeChildren(node.children, source, writer, depth);
  }
}

function writeChildren(nodes: readonly Nodes[], source: string, writer: ParagraphWriter, depth: number): void {
  for (const node of nodes) write(node, source, writer, depth + 1);
}

/** A comment, a tag, or a block of HTML with text of its own. */
function writeHtml(value: string, start: number, writer: ParagraphWriter): void {
  const comment = /^<!--([^>]{0,100})-->$/.exec(value.trim());
  if (comment !== null) writer.comment(comment[1] as string);
  else if (/^<br\s*\/?>$/i.test(value)) writer.end();
  else if (!/^<[^<>]*>$/.test(value)) htmlFragment(value, start, writer);
}

/** A fenced block's text begins a line below its place. */
function isFenced({ position, value }: Code): boolean {
  return position !== undefined && position.end.line - position.start.line >= value.split('\n').length;
}

/** `import X from 'y'` or `export const ...`, which MDX allows between paragraphs, at this place. */
function isModule(source: string, start: number): boolean {
  const statement = /^(?:import\s[^\n]*\bfrom\s*['"]|import\s*['"]|export\s+(?:default|const|let|function)\s)/;
  return statement.test(source.slice(start, start + MAX_STATEMENT));
}

/** Whether a line opens too many quotes and lists, or one too far to the right. */
function isTooDeep(text: string): boolean {
  const opener = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])/y;
  for (const start of lineStarts(text)) {
    opener.lastIndex = start;
    for (let depth = 1; opener.test(text); depth++) {
      if (depth > MAX_DEPTH || opener.lastIndex - start > MAX_INDENT) return true;
    }
  }
  return false;
}

/** Whether the parser's cost is within its bounds. */
function isParsable(text: string): boolean {
  if (text.length > MAX_LENGTH || isTooDeep(text)) return false;
  return text
    .split(/\n[ \t]*\r?\n/)
    .every((block) => block.length <= MAX_BLOCK && countOf(block, /[*_~[\]`<!]/g) <= MAX_BLOCK_SIGNS);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
