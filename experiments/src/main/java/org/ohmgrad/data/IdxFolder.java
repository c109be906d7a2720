package org.ohmgrad.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ohmgrad.table.InputFile;
import org.ohmgrad.table.Source;

/** A folder with the four files of MNIST's kind, each gzipped or not, under either of the two usual names. */
final class IdxFolder {
    static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    private static final List<String> FILES = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);
    private static final String HELP = "the folder must hold MNIST's four files " + String.join(", ", FILES)
            + ", gzipped or not; those of Fashion-MNIST come with Debian's package dataset-fashion-mnist and then lie "
            + "in /usr/share/datasets/fashion-mnist";

    /** More than the largest set of this kind has, the 697,932 training images of EMNIST by class. */
    private static final long MOST_BYTES = 1L << 30;

    private final Path folder;
    private final String prefix;

    /** Refuses a folder that does not exist or lacks files, and names all that it lacks. */
    IdxFolder(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
        var source = source(folder);
        if (!Files.isDirectory(folder)) {
            throw source.refuse(Files.exists(folder) ? "is not a folder" : "does not exist");
        }
        var missing = FILES.stream()
                .filter(name -> candidates(name).noneMatch(Files::exists))
                .toList();
        if (!missing.isEmpty()) {
            throw source.refuse("lacks " + missing.stream().map(this::prefixed).collect(Collectors.joining(" and ")));
        }
    }

    /** The source that messages about one of the files name. */
    Source source(String name) {
        return source(path(name));
    }

    /** The decoded content of one of the files. */
    byte[] read(String name) {
        return InputFile.of(path(name), HELP, MOST_BYTES).bytes();
    }

    private Path path(String name) {
        return candidates(name).filter(Files::exists).findFirst().orElseGet(() -> folder.resolve(prefixed(name)));
    }

    /** The sets of EMNIST lie in one folder, told apart by a prefix, and call their test files so. */
    private String prefixed(String name) {
        return prefix.isEmpty() ? name : prefix + "-" + name.replace("t10k", "test");
    }

    private Stream<Path> candidates(String name) {
        var names = new ArrayList<String>();
        for (String variant : List.of(prefixed(name), prefixed(name).replace("-idx", ".idx"))) {
            names.add(variant);
            names.add(variant + ".gz");
        }
        return names.stream().map(folder::resolve);
    }

    private static Source source(Path path) {
        return new Source(path.toString(), HELP);
    }
}
