package org.ohmgrad.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ohmgrad.network.Shape;
import org.ohmgrad.report.text.Words;

/** A loaded data set: what is learned from, what is tuned on, what is tested on. */
public final class Partition {
    private final Examples train;
    private final Examples validation;
    private final Examples test;
    private final String digest;
    private final String given;
    private final String note;
    private final List<String> classNames;
    private final Shape shape;

    /**
     * Joins the parts, whose classes are named by their numbers; nothing is copied.
     *
     * @param train examples to learn from
     * @param validation examples to tune and to stop on; may have no rows
     * @param test examples that only the final accuracy is taken on
     * @param digest see {@link #digest()}
     * @param note see {@link #note()}
     * @throws IllegalArgumentException if the parts differ in features or classes
     */
    public Partition(Examples train, Examples validation, Examples test, String digest, String note) {
        this(train, validation, test, digest, note, numbers(train.classes()));
    }

    /**
     * Joins the parts; nothing is copied.
     *
     * @param train examples to learn from
     * @param validation examples to tune and to stop on; may have no rows
     * @param test examples that only the final accuracy is taken on
     * @param digest see {@link #digest()}
     * @param note see {@link #note()}; sentences on classes that are in one part alone are added
     * @param classNames see {@link #classNames()}
     * @throws IllegalArgumentException if the parts differ in features or classes, or there are not as many names
     */
    public Partition(
            Examples train, Examples validation, Examples test, String digest, String note, List<String> classNames) {
        this(train, validation, test, digest, note, classNames, Shape.of(train.features()));
    }

    private Partition(
            Examples train,
            Examples validation,
            Examples test,
            String digest,
            String note,
            List<String> classNames,
            Shape shape) {
        requireLike(train, validation, "validation");
        requireLike(train, test, "test");
        this.train = train;
        this.validation = validation;
        this.test = test;
        this.digest = digest;
        given = note;
        this.classNames = List.copyOf(classNames);
        if (classNames.size() != train.classes()) {
            throw new IllegalArgumentException("there are " + Words.count(classNames.size(), "name") + " for "
                    + Words.count(train.classes(), "class"));
        }
        this.note = Stream.of(note, warning(), untested())
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        this.shape = shape;
    }

    /**
     * The same examples with their numbers arranged.
     *
     * @param arranged how, for every example
     * @throws DataException if examples have another number of numbers
     */
    Partition shaped(Shape arranged) {
        if (arranged.features() != features()) {
            throw new DataException("the dataset's \"shape\" has room for " + arranged.features()
                    + " numbers but the examples have " + features());
        }
        return new Partition(train, validation, test, digest, given, classNames, arranged);
    }

    private static List<String> numbers(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** {@return examples to learn from, in random order where the data set has a split seed} */
    public Examples train() {
        return train;
    }

    /** {@return examples to tune and to stop on; without rows if no validation share was asked for} */
    public Examples validation() {
        return validation;
    }

    /** {@return examples that only the final accuracy is taken on} */
    public Examples test() {
        return test;
    }

    /** {@return numbers per example} */
    public int features() {
        return train.features();
    }

    /** {@return how the numbers of an example are arranged} */
    public Shape shape() {
        return shape;
    }

    /** {@return number of classes} */
    public int classes() {
        return train.classes();
    }

    /** {@return names of the classes, in order, as they stand in the data} */
    public List<String> classNames() {
        return classNames;
    }

    /**
     * {@return a sentence that names the classes which occur in the test part and not in the training part, and so cannot be
     * learned; empty if there are none}
     */
    public String warning() {
        return missing(test, train, "in the test part and not in the training part, so no network can learn ");
    }

    private String untested() {
        return missing(train, test, "in the training part and not in the test part, so no accuracy speaks of ");
    }

    private String missing(Examples there, Examples notThere, String words) {
        BitSet only = occurring(there);
        only.andNot(occurring(notThere));
        if (only.isEmpty()) {
            return "";
        }
        List<String> names = only.stream().mapToObj(classNames::get).toList();
        boolean one = names.size() == 1;
        return (one ? "Class " : "Classes ")
                + Names.listed(names)
                + (one ? " occurs " : " occur ")
                + words
                + (one ? "it." : "them.");
    }

    private static BitSet occurring(Examples part) {
        BitSet classes = new BitSet(part.classes());
        Arrays.stream(part.labels()).forEach(classes::set);
        return classes;
    }

    /**
     * {@return SHA-256, as 64 hexadecimal digits, of the data as decoded and before any split, limit or scaling: the
     * same whether the files were compressed or not, and wherever they lay}
     */
    public String digest() {
        return digest;
    }

    /** {@return what a reader of the results should know about this data and its split, in one or two sentences} */
    public String note() {
        return note;
    }

    private static void requireLike(Examples train, Examples part, String name) {
        if (part.features() != train.features() || part.classes() != train.classes()) {
            throw new IllegalArgumentException(name + " has " + part.features() + " features and " + part.classes()
                    + " classes but train has " + train.features() + " and " + train.classes());
        }
    }
}
