package org.ohmgrad.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.network.Shape;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.table.InputFile;

/**
 * A table of the user's own in a text file, gzipped or not: UTF-8, with commas, semicolons, tabs or blanks between the columns,
 * decimal points or commas, and lines of comment that begin with #. One column names the class, in any words; all others hold
 * numbers. Classes are numbered in the order of their names; where all names are numbers, spellings of the same number, as 1 and
 * 1.0, are one class. A first column without a name that counts the rows is left out. At most 512 MiB are read, counted without
 * compression, with at most 10,000 classes.
 *
 * @param file the table, of at most 512 MiB without compression and 10,000 classes; a relative path starts from the experiment
 *     file's folder
 * @param label name of the column that holds the class, or "last"; without a header its number in quotes, counted from 1, or "last"
 * @param validation share of the rows of file kept for validation, in [0, 1)
 * @param test share of the rows of file kept for the test, in (0, 1); left out where testFile names a table
 * @param splitSeed seed of the random split; the test part does not depend on the validation share
 * @param standardise whether every column is standardised with mean and standard deviation of the training part
 * @param header whether the first line names the columns, or a comment before it does; otherwise they are counted from 1
 * @param testFile a table with the same columns, all of which is the test part; empty for a share of file
 * @param stratified whether every part gets its share of every class, as near as whole rows come to it
 * @param shape how the columns are arranged for layers that need an image, channels, height and width, for example [1, 28, 28]
 */
public record CsvDataset(
        String file,
        String label,
        @Default("0") double validation,
        @Default("0.2") double test,
        @Default("1") long splitSeed,
        @Default("true") boolean standardise,
        @Default("true") boolean header,
        @Default("\"\"") String testFile,
        @Default("false") boolean stratified,
        @Default("[]") List<Integer> shape)
        implements Dataset {
    private static final double USUAL_TEST = 0.2;
    private static final long MOST_BYTES = 1L << 29;

    /**
     * Refuses empty names and shares that leave nothing to train or to test on.
     *
     * @param file not empty
     * @param label not empty
     * @param validation at least 0; below 1 together with test
     * @param test above 0
     * @param splitSeed any number
     * @param standardise either
     * @param header either
     * @param testFile may be empty
     * @param stratified either
     * @param shape may be empty
     */
    public CsvDataset {
        Check.that()
                .rule("file", !file.isBlank(), "must name a file but is empty")
                .rule("label", !label.isBlank(), "must name a column but is empty")
                .notNegative("validation", validation)
                .positive("test", test)
                .rule("test", Split.leavesTraining(validation, test), Split.SHARES_RULE)
                .rule(
                        "test",
                        testFile.isBlank() || test == USUAL_TEST,
                        "is a share of \"file\" but \"testFile\" is the test part: leave one of them out")
                .rule(
                        "shape",
                        shape.isEmpty() || isImage(shape),
                        "must hold three whole numbers of at least 1 (channels, height and width) but is " + shape)
                .holds();
        shape = List.copyOf(shape);
    }

    private static boolean isImage(List<Integer> shape) {
        double all = shape.stream().mapToDouble(size -> size).reduce(1, (a, b) -> a * b);
        return shape.size() == 3 && shape.stream().allMatch(size -> size >= 1) && all <= Integer.MAX_VALUE;
    }

    /** A table whose columns are not arranged. */
    public CsvDataset(
            String file,
            String label,
            double validation,
            double test,
            long splitSeed,
            boolean standardise,
            boolean header,
            String testFile,
            boolean stratified) {
        this(file, label, validation, test, splitSeed, standardise, header, testFile, stratified, List.of());
    }

    /** A table with a header, of which a share drawn at random is the test part. */
    public CsvDataset(String file, String label, double validation, double test, long splitSeed, boolean standardise) {
        this(file, label, validation, test, splitSeed, standardise, true, "", false);
    }

    @Override
    public Partition load(Path base) {
        return DataException.reading(() -> read(base));
    }

    private Partition read(Path base) {
        CsvTable main = table(base, "file", file);
        Partition data = testFile.isBlank() ? oneFile(main) : twoFiles(main, table(base, "testFile", testFile));
        return shape.isEmpty() ? data : data.shaped(new Shape(shape));
    }

    private CsvTable table(Path base, String component, String name) {
        String help = "the dataset's \"" + component
                + "\" must name a table in CSV, and a relative path starts from the experiment file's folder";
        var input = InputFile.of(Locations.of(base, component, name), help, MOST_BYTES);
        return new CsvTable(input, label.strip(), header);
    }

    private Partition oneFile(CsvTable main) {
        Classes classes = Classes.of(main.spellings());
        main.requireClasses(classes);
        Table table = main.labelled(classes);
        var rows = deal(table, new Split(validation, test, splitSeed));
        return new Gathering(table, rows).partition(scaling(), note(classes, main));
    }

    private Partition twoFiles(CsvTable main, CsvTable tested) {
        main.requireColumnsOf(tested);
        List<String> spellings = Stream.of(main, tested)
                .flatMap(table -> table.spellings().stream())
                .toList();
        Classes classes = Classes.of(spellings);
        main.requireClasses(classes);
        Table table = main.labelled(classes);
        Table testTable = tested.labelled(classes);
        var split = new Split(validation, 0, splitSeed);
        return new Gathering(table, deal(table, split), testTable, split.testOrder(testTable.count()))
                .partition(scaling(), note(classes, main) + " The test part is a table of its own.");
    }

    private Split.Rows deal(Table table, Split split) {
        int[] order = split.order(table.count());
        return stratified ? split.dealEvenly(order, table.labels()) : split.deal(order);
    }

    private Scaling scaling() {
        return standardise ? Scaling.standardising() : Scaling.dividing(1);
    }

    private String note(Classes classes, CsvTable table) {
        return "A table with the classes " + Names.listed(classes.names()) + " in column " + label
                + (standardise ? ", standardised with mean and deviation of the training part." : ", not scaled.")
                + (stratified ? " Every part has its share of every class." : "")
                + (table.columns().isIndexed() ? " The first column, which counts the rows, is left out." : "");
    }
}
