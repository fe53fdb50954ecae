"""gaoya (Rust): its own word tokenizer and its parallel bulk calls."""

from gaoya.minhash import MinHashStringIndex

from articles import read_articles, write_pairs

ids, texts, threshold, target = read_articles()
bands, rows = (16, 8) if threshold > 0.65 else (32, 4)
index = MinHashStringIndex(
    hash_size=32,
    jaccard_threshold=threshold,
    num_bands=bands,
    band_size=rows,
    analyzer="word",
    lowercase=True,
    ngram_range=(5, 5),
    id_container="smallvec",
)
index.par_bulk_insert_docs(list(range(len(ids))), texts)
write_pairs(target, ids, index.par_bulk_query(texts))
