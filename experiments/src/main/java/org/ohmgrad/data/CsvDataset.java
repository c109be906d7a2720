package org.ohmgrad.data;

import java.nio.file.Path;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * A table of the user's own: comma-separated values after RFC 4180 in UTF-8, gzipped or not, with a header line. One
 * column names the class, in any words; all others hold numbers. Classes are numbered in the order of their names.
 *
 * @param file the table; a relative path starts from the experiment file's folder
 * @param label name of the column that holds the class
 * @param validation share of all rows kept for validation, in [0, 1)
 * @param test share of all rows kept for the test, in (0, 1)
 * @param splitSeed seed of the random split; the test part does not depend on the validation share
 * @param standardise whether every column is standardised with mean and standard deviation of the training part
 */
public record CsvDataset(
        String file,
        String label,
        @Default("0") double validation,
        @Default("0.2") double test,
        @Default("1") long splitSeed,
        @Default("true") boolean standardise)
        implements Dataset {
    /**
     * Refuses empty names and shares that leave nothing to train or to test on.
     *
     * @param file not empty
     * @param label not empty
     * @param validation at least 0; below 1 together with test
     * @param test above 0
     * @param splitSeed any number
     * @param standardise either
     */
    public CsvDataset {
        Check.that()
                .rule("file", !file.isBlank(), "must name a file but is empty")
                .rule("label", !label.isBlank(), "must name a column but is empty")
                .notNegative("validation", validation)
                .positive("test", test)
                .rule("test", Split.leavesTraining(validation, test), Split.SHARES_RULE)
                .holds();
    }

    @Override
    public Partition load(Path base) {
        var path = Bytes.locate(base, "file", file);
        var bytes = Bytes.of(
                path,
                new Source(
                        path.toString(),
                        "the dataset's \"file\" must name a table in CSV, and a "
                                + "relative path starts from the experiment file's folder"));
        var table = TableReader.read(new Source(path.toString(), ""), bytes, label.strip());
        return table.divide(new Split(validation, test, splitSeed), this::scaling, note(table));
    }

    private Scaling scaling(Table table, int[] train) {
        return standardise ? Scaling.standardising(table, train) : Scaling.dividing(table, 1);
    }

    private String note(Table table) {
        return "A table with the classes " + String.join(", ", table.classNames()) + " in column " + label
                + (standardise ? ", standardised with mean and deviation of the training part." : ", not scaled.");
    }
}
