import { analyse } from 'chardet';

/** What chardet looks at: its cost grows with the bytes, its certainty hardly beyond this. */
const DETECTION_SAMPLE = 16_384;

/** By chardet's likeliest encoding that the platform has; by Windows-1252, which reads any byte, else. */
export function decodeLegacy(bytes: Uint8Array): string {
  const firstForeign = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, Math.min(firstForeign - DETECTION_SAMPLE / 4, bytes.length - DETECTION_SAMPLE));
  for (const { name } of analyse(bytes.subarray(from, from + DETECTION_SAMPLE))) {
    if (name === 'UTF-8' || name === 'ASCII') continue;
    try {
      return decodeAs(name, bytes);
    } catch {
      // chardet knows encodings that TextDecoder doesn't (UTF-32, ISO-2022-KR): take the next
    }
  }
  return decodeAs('windows-1252', bytes);
}

/** In two steps: Node 20 reads Windows-1252 as Latin-1 when it is given the whole at once, and loses curly quotes. */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(encoding);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
