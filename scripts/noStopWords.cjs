// Bundled in place of `stopwords-iso`, 330 KB of JSON: natural's German stemmer loads it for its own tokenizing, which
// nothing here calls.
module.exports = { de: [] };
