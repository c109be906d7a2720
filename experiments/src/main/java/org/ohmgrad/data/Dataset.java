package org.ohmgrad.data;

import java.nio.file.Path;

/** Labelled examples to learn from: settings that load themselves. */
public sealed interface Dataset permits DigitsDataset, IrisDataset, XorDataset, LettersDataset, IdxDataset, CsvDataset {
    /**
     * Reads the data and divides it into training, validation and test part. The same settings and the same
     * data give the same parts on every machine.
     *
     * @param base folder that relative paths in the settings start from, normally the experiment file's own
     * @return the parts, freshly made
     * @throws DataException if a file is missing or damaged, or a part would be left without examples
     */
    Partition load(Path base);
}
