package org.ohmgrad.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.Place;
import org.ohmgrad.config.TakenFile;

/** Which files were taken for the names in a settings file: for the terminal and for the record. */
public final class TakenFiles {
    private TakenFiles() {}

    /** Says of each file beside another one which packaged preset it hides. */
    public static void note(List<TakenFile> files) {
        files.stream().filter(TakenFile::hides).forEach(file -> System.err.println("Note: " + file.note()));
    }

    /**
     * Where each name stands and the file that was taken for it, the same on every machine.
     *
     * @param root the file from which all others were reached, and from whose folder they are named
     */
    public static SortedMap<String, String> texts(Path root, List<TakenFile> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (TakenFile taken : files) {
            Place at = taken.at();
            String where = at.file().equals(root) ? "" : named(root, at.file()) + " ";
            texts.put(where + at.shown(), named(root, taken.file()));
        }
        return texts;
    }

    private static String named(Path root, Path file) {
        Path folder = Optional.ofNullable(root.getParent()).orElse(Path.of(""));
        boolean comparable = file.isAbsolute() == folder.isAbsolute() && !Catalogue.isPackaged(file);
        return (comparable ? folder.relativize(file) : file).toString().replace('\\', '/');
    }
}
