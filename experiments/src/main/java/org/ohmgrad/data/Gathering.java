package org.ohmgrad.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.report.text.Words;

/**
 * Parts of a data set on their way from tables to inputs. Examples are counted through: those to train on, to validate, to
 * test. Every number has its one place in memory, that of its input.
 */
final class Gathering {
    private final List<Table> tables = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final FMatrixRMaj[] inputs = new FMatrixRMaj[3];
    private final int[][] labels = new int[3][];
    private final int[] starts = new int[4];
    private final int classes;
    private String digest = "";

    /** Gathers parts from one table. */
    Gathering(Table table, Split.Rows rows) {
        this(table, rows, table, rows.test);
    }

    /**
     * Gathers parts from two tables.
     *
     * @param rows examples of the first, none of them to test
     * @param tested examples of the second, in order
     */
    Gathering(Table table, Split.Rows rows, Table test, int... tested) {
        classes = table.classNames().size();
        Memory.require((long) table.features() * (rows.train.length + rows.validation.length + tested.length));
        int[] of = add(table);
        place(0, table, of, rows.train);
        place(1, table, of, rows.validation);
        place(2, test, test == table ? of : add(test), tested);
    }

    private int[] add(Table table) {
        int[] place = new int[table.count()];
        tables.add(table);
        places.add(place);
        return place;
    }

    private void place(int part, Table table, int[] place, int... rows) {
        starts[part + 1] = starts[part] + rows.length;
        inputs[part] = new FMatrixRMaj(rows.length, table.features());
        labels[part] = new int[rows.length];
        for (int k = 0; k < rows.length; k++) {
            place[rows[k]] = starts[part] + k;
            labels[part][k] = table.label(rows[k]);
        }
    }

    /** Numbers of all examples. */
    int count() {
        return starts[3];
    }

    /** Numbers of examples to train on, which are the first. */
    int trained() {
        return starts[1];
    }

    int features() {
        return inputs[0].numCols;
    }

    /** Shows the numbers of every example, in the order of the files. */
    void read(Table.Visitor visitor) {
        // Files are long, so the first reading makes the digest too.
        boolean first = digest.isEmpty();
        var fingerprint = new Fingerprint();
        for (int k = 0; k < tables.size(); k++) {
            int[] place = places.get(k);
            Table.Visitor placed = (row, values) -> visitor.visit(place[row], values);
            if (first) {
                tables.get(k).read(placed, fingerprint);
            } else {
                tables.get(k).read(placed);
            }
        }
        digest = first ? fingerprint.hex() : digest;
    }

    float get(int example, int column) {
        int part = part(example);
        return inputs[part].unsafe_get(example - starts[part], column);
    }

    void set(int example, int column, float value) {
        int part = part(example);
        inputs[part].unsafe_set(example - starts[part], column, value);
    }

    private int part(int example) {
        return example < starts[1] ? 0 : example < starts[2] ? 1 : 2;
    }

    /** Reads all numbers and joins the parts. */
    Partition partition(Scaling scaling, String note) {
        scaling.fill(this);
        return partition(examples(1), examples(2), note + " " + counts());
    }

    /** Reads all numbers as they are; the examples to train on are those to test on. */
    Partition alike(String note) {
        Scaling.dividing(1).fill(this);
        return partition(examples(0).first(0), examples(0), note);
    }

    private Partition partition(Examples validation, Examples test, String note) {
        return new Partition(
                examples(0), validation, test, digest, note, tables.get(0).classNames());
    }

    private Examples examples(int part) {
        return new Examples(inputs[part], labels[part], classes);
    }

    private String counts() {
        return String.format(
                Locale.ROOT,
                "%s to train on, %,d to validate, %,d to test: one test example is %.2f points of accuracy.",
                Words.count(labels[0].length, "example"),
                labels[1].length,
                labels[2].length,
                100.0 / labels[2].length);
    }
}
