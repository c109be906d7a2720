package org.ohmgrad.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** Refuses a folder that does not exist or lacks files, and names all that it lacks. */
    IdxFolder(Path folder) {
        this.folder = folder;
        var source = source(folder);
        if (!Files.isDirectory(folder)) {
            throw source.refuse(Files.exists(folder) ? "is not a folder" : "does not exist");
        }
        var missing = FILES.stream()
                .filter(name -> candidates(name).noneMatch(Files::exists))
                .toList();
        if (!missing.isEmpty()) {
            throw source.refuse("lacks " + String.join(" and ", missing));
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
        return candidates(name).filter(Files::exists).findFirst().orElseGet(() -> folder.resolve(name));
    }

    private Stream<Path> candidates(String name) {
        var names = new ArrayList<String>();
        for (String variant : List.of(name, name.replace("-idx", ".idx"))) {
            names.add(variant);
            names.add(variant + ".gz");
        }
        return names.stream().map(folder::resolve);
    }

    private static Source source(Path path) {
        return new Source(path.toString(), HELP);
    }
}
