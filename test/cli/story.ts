/** A made-up news item of about 70 words, the same for the same subject and of other words for another. */
export function story(subject: string): string {
  const verbs = ['opened', 'measured', 'painted', 'counted', 'moved', 'praised', 'mended', 'weighed', 'sold', 'hid'];
  const sentences = verbs.map(
    (verb, i) => `On day ${i} the ${subject} of ${subject}ville ${verb} ${subject} ${verb}s.`,
  );
  return `${sentences.join(' ')}\n`;
}
